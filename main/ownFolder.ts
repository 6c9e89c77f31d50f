import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes `folder`, and what is missing above it, for its owner alone. Throws when it is not there afterwards or cannot be written.
 * Level by level: Node's recursive mkdir never returns where a parent is there but takes no folder, as under /proc.
 */
export function makeOwnFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at) && at !== path.dirname(at); at = path.dirname(at)) missing.unshift(at);
  for (const each of missing) makeUnlessThere(each);
  if (!statSync(folder).isDirectory()) throw new Error('This is no folder.');
  accessSync(folder, constants.W_OK | constants.X_OK);
}

function makeUnlessThere(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another Earshot that starts at the same moment may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}
