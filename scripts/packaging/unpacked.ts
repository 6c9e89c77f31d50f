import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where things lie in an unpacked package. */
export interface Unpacked {
  /** `linux-unpacked`, `win-arm64-unpacked`, `mac-universal` … */
  readonly name: string;
  readonly folder: string;
  /** The program that a user starts. */
  readonly program: string;
  /** Holds the application's archive. */
  readonly resources: string;
  readonly archive: string;
}

/** The packages that electron-builder left unpacked in its output folder. */
export function unpackedIn(output: string): readonly Unpacked[] {
  if (!existsSync(output)) return [];
  return readdirSync(output)
    .filter((name) => /^(?:linux|win)(?:-\w+)?-unpacked$|^mac(?:-\w+)?$/u.test(name))
    .sort()
    .map((name) => layout(name, path.join(output, name)));
}

function layout(name: string, folder: string): Unpacked {
  const at = (program: string, resources: string): Unpacked => ({
    name,
    folder,
    program: path.join(folder, program),
    resources: path.join(folder, resources),
    archive: path.join(folder, resources, 'app.asar'),
  });
  if (name.startsWith('mac')) return at('Earshot.app/Contents/MacOS/Earshot', 'Earshot.app/Contents/Resources');
  return at(name.startsWith('win') ? 'Earshot.exe' : 'earshot', 'resources');
}
