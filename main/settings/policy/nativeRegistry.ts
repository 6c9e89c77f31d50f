import type { NativeFault } from '../registryRead.ts';
import { emptyKey, ownKey, policiesPath, type Hive, type RegistryData, type RegistryKey } from './registryKey.ts';

/** The functions of Windows that read its registry. Each throws what Windows says, its number as `errno`. */
export interface NativeRegistry {
  /** For reading alone; null: there is no such key. */
  open(hive: Hive, path: string): OpenKey | null;
}

export interface OpenKey {
  /** The unnamed default value is the empty text. */
  valueNames(): readonly string[];
  keyNames(): readonly string[];
  /** Null: it is not there any more. */
  value(name: string): StoredValue | null;
  close(): void;
}

/** A value as it is stored. */
export interface StoredValue {
  /** Windows' number of its type (winnt.h, REG_SZ and its like). */
  readonly type: number;
  readonly bytes: Uint8Array;
}

export type NativeKeyRead = { readonly kind: 'read'; readonly key: RegistryKey } | { readonly kind: 'failed'; readonly fault: NativeFault };

/** Reads Earshot's policies of a hive; a key that is not there has nothing in it. Never throws. */
export function readNatively(registry: NativeRegistry, hive: Hive): NativeKeyRead {
  try {
    const opened = registry.open(hive, `${policiesPath}\\${ownKey}`);
    return { kind: 'read', key: opened === null ? emptyKey : contentOf(opened) };
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error) };
  }
}

function contentOf(opened: OpenKey): RegistryKey {
  try {
    const names = opened.valueNames().filter((name) => name !== '');
    const values = names.flatMap((name) => {
      const stored = opened.value(name);
      return stored === null ? [] : [{ name, data: dataOf(stored) }];
    });
    return { values, keys: opened.keyNames() };
  } finally {
    opened.close();
  }
}

/** ERROR_ACCESS_DENIED of winerror.h. */
const accessDenied = 5;

function faultOf(error: unknown): NativeFault {
  const errno = error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : null;
  return errno === accessDenied ? { code: 'accessDenied' } : { code: 'failed', errno };
}

/** The types that policies use, by their numbers in winnt.h. */
const types = { sz: 1, expandSz: 2, dword: 4, multiSz: 7, qword: 11 } as const;

function dataOf({ type, bytes }: StoredValue): RegistryData {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case types.sz:
    // Not expanded: variables are the user's to set.
    case types.expandSz:
      return textsOf(view)?.[0] ?? null;
    case types.multiSz:
      return textsOf(view)?.filter((text) => text !== '') ?? null;
    case types.dword:
      return view.byteLength === 4 ? view.getUint32(0, true) : null;
    case types.qword:
      return view.byteLength === 8 ? wholeNumber(view.getBigUint64(0, true)) : null;
    default:
      return null;
  }
}

/** UTF-16, each text ended by a zero, which the last one may lack; null: cut in the middle of a character. */
function textsOf(view: DataView): readonly string[] | null {
  try {
    return new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(view).split('\0');
  } catch {
    return null;
  }
}

/** Null: larger than any number that a setting takes. */
function wholeNumber(number: bigint): number | null {
  return number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(number) : null;
}
