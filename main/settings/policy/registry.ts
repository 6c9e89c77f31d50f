import type { RawSettings, SourceRead } from '../administered.ts';
import type { NativeFault } from '../registryRead.ts';
import type { LoadedModule } from './nativeModule.ts';
import { readNatively } from './nativeRegistry.ts';
import type { RunProgram } from './program.ts';
import { readPolicyValue, settingNamed } from './reading.ts';
import { readByRegExe } from './regExe.ts';
import { hives, type RegistryKey } from './registryKey.ts';

/** The two ways to the registry. */
export interface RegistryWays {
  /** Windows' own functions, in this process. */
  loadNative(): LoadedModule;
  readonly run: RunProgram;
  /** The full path of reg.exe. */
  readonly regExe: string;
}

/**
 * The policies of Windows: `Software\Policies\Earshot` of the computer over that of the user. By Windows' own functions; where
 * they cannot be had, or fail, by reg.exe, which administrators forbid together with the registry editor. Never rejects.
 */
export async function readRegistryPolicy({ loadNative, run, regExe }: RegistryWays): Promise<SourceRead> {
  const native = nativeKeys(loadNative());
  if (native.kind === 'read') return { values: settingsOf(native.keys), fault: null, registry: { by: 'native' } };
  const printed = await Promise.all(hives.map((hive) => readByRegExe(run, regExe, hive)));
  const keys = printed.filter((key) => key !== null);
  return keys.length === hives.length
    ? { values: settingsOf(keys), fault: null, registry: { by: 'regExe', because: native.fault } }
    : { values: {}, fault: 'policyUnreadable', registry: { by: 'nothing', because: native.fault } };
}

type KeysRead = { readonly kind: 'read'; readonly keys: readonly RegistryKey[] } | { readonly kind: 'failed'; readonly fault: NativeFault };

/** Of each hive, in their order; of all or of none. */
function nativeKeys(loaded: LoadedModule): KeysRead {
  if (loaded.kind === 'failed') return loaded;
  const keys: RegistryKey[] = [];
  for (const hive of hives) {
    const read = readNatively(loaded.registry, hive);
    if (read.kind === 'failed') return read;
    keys.push(read.key);
  }
  return { kind: 'read', keys };
}

/** `keys`: the strongest last. */
function settingsOf(keys: readonly RegistryKey[]): RawSettings {
  return Object.fromEntries(keys.flatMap(entriesOf));
}

function entriesOf({ values, keys }: RegistryKey): readonly (readonly [string, unknown])[] {
  const entries = [
    // Nothing is read from keys below; one that stands for a setting or is a slip of the pen is to be named.
    ...keys.map((key): [string, unknown] => [key, null]),
    ...values.map(({ name, data }): [string, unknown] => [name, readPolicyValue(name, data)]),
  ];
  return entries.map(([name, value]) => [settingNamed(name) ?? name, value]);
}
