import type { NativeRegistry, StoredValue } from '../../main/settings/policy/nativeRegistry.ts';
import type { Hive } from '../../main/settings/policy/registryKey.ts';

/** What stands in Earshot's key of a hive; an error is what Windows says when the key is opened. */
export type ScriptedKey = { readonly values?: Readonly<Record<string, StoredValue | null>>; readonly keys?: readonly string[] } | Error;

/** A registry that has Earshot's keys alone; a value that is null goes between being listed and being read. */
export interface ScriptedRegistry extends NativeRegistry {
  /** What was opened, with the path. */
  readonly opened: readonly string[];
  /** How many of them are open still. */
  stillOpen(): number;
}

export function scriptedRegistry(hives: Readonly<Partial<Record<Hive, ScriptedKey>>>): ScriptedRegistry {
  const opened: string[] = [];
  let open = 0;
  return {
    opened,
    stillOpen: () => open,
    open: (hive, path) => {
      opened.push(`${hive}\\${path}`);
      const key = hives[hive];
      if (key === undefined) return null;
      if (key instanceof Error) throw key;
      open++;
      const { values = {}, keys = [] } = key;
      return {
        valueNames: () => Object.keys(values),
        keyNames: () => keys,
        value: (name) => values[name] ?? null,
        close: () => {
          open--;
        },
      };
    },
  };
}

/** An error as Windows' functions throw it. */
export const windowsError = (errno: number): Error => Object.assign(new Error('In the language of Windows.'), { errno });

/** Values as Windows stores them. */
export const stored = {
  text: (text: string): StoredValue => ({ type: 1, bytes: Buffer.from(`${text}\0`, 'utf16le') }),
  textToExpand: (text: string): StoredValue => ({ type: 2, bytes: Buffer.from(`${text}\0`, 'utf16le') }),
  texts: (texts: readonly string[]): StoredValue => ({ type: 7, bytes: Buffer.from([...texts, '', ''].join('\0'), 'utf16le') }),
  number: (number: number): StoredValue => ({ type: 4, bytes: new Uint8Array(Uint32Array.of(number).buffer) }),
  longNumber: (number: bigint): StoredValue => ({ type: 11, bytes: new Uint8Array(BigUint64Array.of(number).buffer) }),
} as const;
