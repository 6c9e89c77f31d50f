import type { RunProgram } from './program.ts';
import { parseRegOutput } from './regOutput.ts';
import { emptyKey, ownKey, policiesPath, type Hive, type RegistryKey } from './registryKey.ts';

/**
 * Reads Earshot's policies of a hive with reg.exe, by its full path; null: they could not be read. A key that is not there and a
 * reg.exe that may not run end alike, so the key above, which every Windows has, is asked first. Never rejects.
 */
export async function readByRegExe(run: RunProgram, regExe: string, hive: Hive): Promise<RegistryKey | null> {
  const query = async (key: string): Promise<RegistryKey | null> => {
    const { ok, output } = await run(regExe, ['query', key]);
    return ok ? parseRegOutput(key, output) : null;
  };
  const policies = `${hive}\\${policiesPath}`;
  const above = await query(policies);
  // A profile may have no policies at all; a computer has always some.
  if (above === null) return hive === 'HKEY_CURRENT_USER' ? emptyKey : null;
  const own = above.keys.find((key) => key.toLowerCase() === ownKey.toLowerCase());
  return own === undefined ? emptyKey : query(`${policies}\\${own}`);
}
