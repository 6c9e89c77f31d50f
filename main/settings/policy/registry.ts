import type { RawSettings, SourceRead } from '../administered.ts';
import type { RunProgram } from './program.ts';
import { readPolicyValue, settingNamed } from './reading.ts';
import { parseRegOutput, registryData, type RegistryKey } from './regOutput.ts';

/** Strongest last. Both are written by administrators alone: Windows gives users no right to write below Software\Policies. */
const hives = ['HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE'] as const;

const unreadable: SourceRead = { values: {}, fault: 'policyUnreadable' };

/**
 * The policies of Windows: `Software\Policies\Earshot` of the computer over that of the user. `regExe` is the full path of
 * reg.exe. A key that is not there and a reg.exe that may not run end alike, so the key above, which every Windows has, is asked
 * first. Never rejects.
 */
export async function readRegistryPolicy(run: RunProgram, regExe: string): Promise<SourceRead> {
  const read = await Promise.all(hives.map((hive) => readHive(run, regExe, hive)));
  let values: RawSettings = {};
  for (const hive of read) {
    if (hive === null) return unreadable;
    values = { ...values, ...hive };
  }
  return { values, fault: null };
}

/** Null: it could not be read. */
async function readHive(run: RunProgram, regExe: string, hive: (typeof hives)[number]): Promise<RawSettings | null> {
  const query = async (key: string): Promise<RegistryKey | null> => {
    const { ok, output } = await run(regExe, ['query', key]);
    return ok ? parseRegOutput(key, output) : null;
  };
  const policies = `${hive}\\Software\\Policies`;
  const above = await query(policies);
  // A profile may have no policies at all; a computer has always some.
  if (above === null) return hive === 'HKEY_CURRENT_USER' ? {} : null;
  const own = above.keys.find((key) => key.toLowerCase() === 'earshot');
  if (own === undefined) return {};
  const found = await query(`${policies}\\${own}`);
  return found === null ? null : settingsOf(found);
}

function settingsOf({ values, keys }: RegistryKey): RawSettings {
  const entries = [
    // Nothing is read from keys below; one that stands for a setting or is a slip of the pen is to be named.
    ...keys.map((key): [string, unknown] => [key, null]),
    ...values.map((value): [string, unknown] => [value.name, readPolicyValue(value.name, registryData(value))]),
  ];
  return Object.fromEntries(entries.map(([name, value]) => [settingNamed(name) ?? name, value]));
}
