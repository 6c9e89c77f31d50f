import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';

/** Why no program can be given a settings file of the computer here; empty when it can. */
export function settingsFileLacks(): string[] {
  if (process.platform !== 'linux') return [`a settings file of its own for one program needs Linux, this is ${process.platform}`];
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return [];
  } catch {
    return ['a settings file of its own for one program needs root and a kernel that lets it mount (unshare --mount)'];
  }
}

/**
 * Writes a program, `wrapper`, that starts `executable` with whatever it is given itself, on a computer whose
 * `/etc/earshot/settings.json` holds `settings`. Nobody else sees that file: it lies in a copy of `/etc` in memory that is this
 * program's and its children's alone, and ends with them.
 */
export async function withSettingsFile(wrapper: string, executable: string, settings: object, mode = '644'): Promise<string> {
  const written = `${wrapper}.json`;
  await writeFile(written, JSON.stringify(settings));
  const place = '/mnt';
  const steps = [
    `mount -t tmpfs none ${place}`,
    `cp -a /etc/. ${place}`,
    `mkdir -p ${place}/earshot`,
    `install -m ${mode} '${written}' ${place}/earshot/settings.json`,
    `mount --move ${place} /etc`,
    `exec '${executable}' "$@"`,
  ].join(' && ');
  await writeFile(wrapper, `#!/bin/sh\nexec unshare --mount sh -c '${steps.replaceAll("'", String.raw`'\''`)}' sh "$@"\n`);
  await chmod(wrapper, 0o755);
  return wrapper;
}
