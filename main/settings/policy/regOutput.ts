import type { RegistryData, RegistryKey } from './registryKey.ts';

/** A value as reg.exe prints it. */
interface PrintedValue {
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

/**
 * Reads what `reg.exe query KEY` printed; null for anything but that. Only the form counts, never a word: the words are in
 * the language of Windows. Each value is a line of its own: four blanks, name, four blanks, type, four blanks, data.
 */
export function parseRegOutput(key: string, output: Uint8Array): RegistryKey | null {
  const values: PrintedValue[] = [];
  const keys: string[] = [];
  const below = `${key}\\`.toLowerCase();
  for (const line of Buffer.from(output).toString('latin1').split('\r\n')) {
    if (line === '' || line.toLowerCase() === key.toLowerCase()) continue;
    if (line.toLowerCase().startsWith(below)) {
      keys.push(line.slice(below.length));
      continue;
    }
    const [, name, type, data] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+) {4}(.*)$/.exec(line) ?? [];
    if (name !== undefined && type !== undefined && data !== undefined) {
      values.push({ name, type, data });
      continue;
    }
    const last = values.pop();
    if (last === undefined) return null;
    // The rest of a text with a line break in it.
    values.push({ ...last, data: `${last.data}\n${line}` });
  }
  const named = values.filter(({ name }) => !isDefaultValue(name));
  return { values: named.map((value) => ({ name: value.name, data: registryData(value) })), keys };
}

/**
 * What a value says; null, which is no setting's value, when it is of a type that policies do not use or its text did not get
 * through. Bytes beyond ASCII are in whatever code page the console has, and what that lacks arrives as a question mark: such
 * a text is not guessed at. JSON escapes (`"caf\u00e9"`) get through everywhere.
 */
function registryData({ type, data }: PrintedValue): RegistryData {
  if (!/^[\x20-\x7e]*$/.test(data) || data.includes('?')) return null;
  switch (type) {
    case 'REG_SZ':
    // Not expanded: variables are the user's to set.
    case 'REG_EXPAND_SZ':
      return data;
    case 'REG_DWORD':
      return /^0x[0-9a-f]{1,8}$/.test(data) ? Number(data) : null;
    case 'REG_QWORD':
      return /^0x[0-9a-f]{1,16}$/.test(data) ? wholeNumber(Number(data)) : null;
    case 'REG_MULTI_SZ':
      return data.split('\\0').filter((each) => each !== '');
    default:
      return null;
  }
}

/** Null: larger than any number that a setting takes. */
function wholeNumber(number: number): number | null {
  return Number.isSafeInteger(number) ? number : null;
}

/** `(Default)` in the language of Windows: no setting's name has parentheses. */
function isDefaultValue(name: string): boolean {
  return name.startsWith('(') && name.endsWith(')');
}
