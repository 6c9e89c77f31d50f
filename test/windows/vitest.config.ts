import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type Plugin } from 'vitest/config';
import { inProject, root } from '../../scripts/project.ts';
import base from '../../vitest.config.ts';
import { isWine } from '../support/wine.ts';
import { notUnderWine } from './notUnderWine.ts';

/** Rolldown's WebAssembly build, which alone runs under Wine, does not find files by Windows' paths: relative imports are found here. */
const relativeImports: Plugin = {
  name: 'relative-imports',
  enforce: 'pre',
  resolveId(source, importer) {
    const name = source.replace(/\?.*$/u, '');
    const file = name.startsWith('/') ? inProject(name) : besideImporter(name, importer);
    return file !== null && existsSync(file) ? file.replaceAll('\\', '/') : null;
  },
};

function besideImporter(name: string, importer: string | undefined): string | null {
  if (importer === undefined || !/^\.{1,2}\//u.test(name)) return null;
  const from = importer.startsWith('file:') ? fileURLToPath(importer) : importer.replace(/\?.*$/u, '');
  return path.resolve(path.dirname(from), name);
}

/** The project's tests on Windows' Node.js, and those that only Windows can run. */
export default mergeConfig(
  base,
  defineConfig({
    root,
    plugins: isWine ? [relativeImports] : [],
    // A process each takes seconds to start there. The browser's tests run beside these.
    test: {
      include: ['test/windows/*.windows.ts'],
      ...(isWine ? { pool: 'threads' as const, maxWorkers: 2, exclude: notUnderWine.map(({ file }) => file) } : {}),
    },
  }),
);
