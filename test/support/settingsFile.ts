import { spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';

/** Why no settings file of the computer can be tried here; empty when it can. */
export function settingsFileLacks(): string[] {
  if (process.platform !== 'linux') return [`a settings file in /etc needs Linux, this is ${process.platform}`];
  return process.getuid?.() === 0 ? [] : ['a settings file that is obeyed is root’s, and these tests do not run as root'];
}

/**
 * Writes a program, `wrapper`, that starts `executable` with whatever it is given itself, on a computer whose
 * `/etc/earshot/settings.json` holds `settings`.
 */
export async function withSettingsFile(wrapper: string, executable: string, settings: object, mode = '644'): Promise<string> {
  const written = `${wrapper}.json`;
  await writeFile(written, JSON.stringify(settings));
  const write = (etc: string): string => `mkdir ${etc}/earshot && install -m ${mode} '${written}' ${etc}/earshot/settings.json`;
  await writeFile(wrapper, `#!/bin/sh\n${mayMount() ? inOwnEtc(write, executable) : inThisEtc(write, executable)}\n`);
  await chmod(wrapper, 0o755);
  return wrapper;
}

type Write = (etc: string) => string;

/** Seen by nobody else: the file lies in a copy of `/etc` in memory, which is this program's and its children's alone, and ends with them. */
function inOwnEtc(write: Write, executable: string): string {
  const steps = ['mount -t tmpfs none /mnt', 'cp -a /etc/. /mnt', 'rm -rf /mnt/earshot', write('/mnt'), 'mount --move /mnt /etc'];
  const script = [...steps, `exec '${executable}' "$@"`].join(' && ');
  return `exec unshare --mount sh -c '${script.replaceAll("'", String.raw`'\''`)}' sh "$@"`;
}

/** A container that may not mount is no inspector's computer: nothing else there reads the file while the program runs. */
function inThisEtc(write: Write, executable: string): string {
  return `set -e\n${write('/etc')}\nstatus=0\n'${executable}' "$@" || status=$?\nrm -r /etc/earshot\nexit $status`;
}

function mayMount(): boolean {
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' }).status === 0;
}
