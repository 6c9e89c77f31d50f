/** What the desktop makes of an entry of ours: `otherwise` is somebody else's, which is theirs to change. */
export type EntryState = 'absent' | 'on' | 'switchedOff' | 'otherwise';

const group = '[Desktop Entry]';

/** A new entry of freedesktop.org's autostart specification that starts the program with one switch. */
export function autostartEntry(executable: string, atLogin: string): string {
  return [group, 'Type=Application', 'Name=Earshot', `Exec=${commandOf(executable, atLogin)}`, ''].join('\n');
}

/** Whose entry it is, told by the switch that only ours carries, and whether a desktop's own tool has switched it off. */
export function entryState(entry: string | null, atLogin: string): EntryState {
  if (entry === null) return 'absent';
  if (valueOf(entry, 'Exec')?.endsWith(` ${atLogin}`) !== true) return 'otherwise';
  // KDE and the specification write the one, GNOME and Xfce the other.
  const off = valueOf(entry, 'Hidden') === 'true' || valueOf(entry, 'X-GNOME-Autostart-enabled') === 'false';
  return off ? 'switchedOff' : 'on';
}

/** The entry with the program where it lies now; what the desktop wrote into it stays. */
export function withExecutable(entry: string, executable: string, atLogin: string): string {
  const lines = entry.split('\n');
  const at = lineOf(lines, 'Exec');
  return at === null ? entry : lines.with(at, `Exec=${commandOf(executable, atLogin)}`).join('\n');
}

/** As the Desktop Entry Specification quotes an argument of `Exec`, and then, like any text of such a file, escapes its backslashes once more. */
function commandOf(executable: string, atLogin: string): string {
  const quoted = `"${executable.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
  const escapes: Readonly<Record<string, string>> = {
    '\\': String.raw`\\`,
    '\n': String.raw`\n`,
    '\t': String.raw`\t`,
    '\r': String.raw`\r`,
  };
  return `${quoted.replaceAll(/[\\\n\t\r]/g, (each) => escapes[each] ?? each)} ${atLogin}`;
}

function valueOf(entry: string, key: string): string | null {
  const lines = entry.split('\n');
  const line = lines[lineOf(lines, key) ?? lines.length];
  return line === undefined ? null : line.slice(line.indexOf('=') + 1).trim();
}

/** Where the key stands in the first group, which alone is heeded. */
function lineOf(lines: readonly string[], key: string): number | null {
  const begin = lines.findIndex((line) => line.trim() === group);
  if (begin < 0) return null;
  const next = lines.findIndex((line, index) => index > begin && line.startsWith('['));
  const end = next < 0 ? lines.length : next;
  const at = lines.findIndex((line, index) => index > begin && index < end && line.split('=', 1)[0]?.trim() === key && line.includes('='));
  return at < 0 ? null : at;
}
