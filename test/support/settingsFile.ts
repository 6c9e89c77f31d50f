import { spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';

/** Why no settings file of the computer can be tried here; empty when it can. */
export function settingsFileLacks(): string[] {
  if (process.platform !== 'linux') return [`a settings file in /etc needs Linux, this is ${process.platform}`];
  if (process.getuid?.() !== 0) return ['a settings file that is obeyed is root’s, and these tests do not run as root'];
  return mayMount() ? [] : ['a program gets an /etc of its own by a mount, which this container forbids'];
}

/**
 * Writes a program, `wrapper`, that starts `executable` with whatever it is given itself, on a computer whose
 * `/etc/earshot/settings.json` holds `settings`. Seen by nobody else: the file lies in a copy of `/etc` in memory, which is this
 * program's and its children's alone, and ends with them.
 */
export async function withSettingsFile(wrapper: string, executable: string, settings: object, mode = '644'): Promise<string> {
  const written = `${wrapper}.json`;
  await writeFile(written, JSON.stringify(settings));
  const steps = [
    'mount -t tmpfs none /mnt',
    'cp -a /etc/. /mnt',
    'rm -rf /mnt/earshot',
    'mkdir /mnt/earshot',
    `install -m ${mode} '${written}' /mnt/earshot/settings.json`,
    'mount --move /mnt /etc',
  ];
  const script = [...steps, `exec '${executable}' "$@"`].join(' && ');
  await writeFile(wrapper, `#!/bin/sh\nexec unshare --mount sh -c '${script.replaceAll("'", String.raw`'\''`)}' sh "$@"\n`);
  await chmod(wrapper, 0o755);
  return wrapper;
}

function mayMount(): boolean {
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' }).status === 0;
}
