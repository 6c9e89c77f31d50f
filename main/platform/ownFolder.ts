import { accessSync, constants, existsSync, mkdirSync, statSync, type Stats } from 'node:fs';
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

/** Write permission of the group or of everybody (POSIX mode bits). */
const writtenByOthers = 0o022;

/**
 * Whether other users can put something into a folder that is there: a certificate to trust, an entry of the audit trail.
 * Windows keeps that in lists of its own, which are its profile's to keep: false there.
 */
export function isOpenToOthers(folder: string): boolean {
  const self = process.geteuid?.();
  return self !== undefined && othersCanWrite(statSync(folder), self);
}

/** `self`: the user that Earshot runs as. The system's own user can write everywhere anyhow. */
export function othersCanWrite({ mode, uid }: Pick<Stats, 'mode' | 'uid'>, self: number): boolean {
  return (mode & writtenByOthers) !== 0 || (uid !== self && uid !== 0);
}
