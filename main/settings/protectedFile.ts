import { closeSync, existsSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { MachineFile } from './machineFile.ts';

/** Owner and rights of a file or folder, as POSIX has them. */
export interface Rights {
  readonly uid: number;
  readonly mode: number;
}

/** Reads a file that counts only if users cannot write it; null where there is none. Throws where it cannot be read. */
export function readProtectedFile(file: string, platform: NodeJS.Platform): MachineFile | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  return { text, protected: platform === 'win32' ? !isWritable(file) : isRootsAlone(file) };
}

/** Whether root owns it and nobody else may write it: the file itself, where links lead, and its folder, in which it could be replaced. */
function isRootsAlone(file: string): boolean {
  const real = realpathSync(file);
  return [real, path.dirname(real)].every((each) => rootAloneWrites(statSync(each)));
}

export function rootAloneWrites({ uid, mode }: Rights): boolean {
  return uid === 0 && (mode & 0o022) === 0;
}

/**
 * Windows tells a plain process no owner. What it does tell is whether this user may write the file, and then it is no
 * administrator's word. A file of another user's making is the installer's to prevent: ProgramData lets everyone make folders
 * (docs/settings.md, "The settings file of a computer").
 */
function isWritable(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}
