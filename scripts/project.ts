import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The project's folder. */
export const root = path.dirname(import.meta.dirname);

/** A file or folder of the project. */
export function inProject(...parts: readonly string[]): string {
  return path.join(root, ...parts);
}

/** The version that package.json names. */
export function version(): string {
  const manifest = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8')));
  return manifest.version;
}
