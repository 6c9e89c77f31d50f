import { execFileSync } from 'node:child_process';

/** The two places of Earshot's policies, as reg.exe names them. */
export const policyKeys = { computer: 'HKLM\\Software\\Policies\\Earshot', user: 'HKCU\\Software\\Policies\\Earshot' } as const;

export type PolicyOwner = keyof typeof policyKeys;

type Value = string | number | readonly string[];

/**
 * Writes a policy with Windows' own reg.exe, as an administrator's script does; `below`: into a key below Earshot's. Throws what
 * reg.exe says.
 */
export function setPolicy(owner: PolicyOwner, name: string, value: Value, below?: string): void {
  const key = below === undefined ? policyKeys[owner] : `${policyKeys[owner]}\\${below}`;
  reg('add', key, '/v', name, ...typed(value), '/f');
}

/** Takes away all policies, the key too; none is fine. */
export function removePolicies(): void {
  for (const [owner, key] of Object.entries(policyKeys)) {
    const hive = owner === 'computer' ? 'HKLM' : 'HKCU';
    if (below(`${hive}\\Software\\Policies`).includes('earshot')) reg('delete', key, '/f');
  }
}

/** The names of the keys right below one; none where it is missing. */
function below(key: string): readonly string[] {
  try {
    return reg('query', key)
      .split('\r\n')
      .map((line) => line.split('\\').at(-1)?.toLowerCase() ?? '');
  } catch {
    return [];
  }
}

function typed(value: Value): readonly string[] {
  if (typeof value === 'number') return ['/t', 'REG_DWORD', '/d', String(value)];
  if (typeof value === 'string') return ['/t', 'REG_SZ', '/d', value];
  return ['/t', 'REG_MULTI_SZ', '/s', '|', '/d', value.join('|')];
}

function reg(...args: readonly string[]): string {
  return execFileSync('reg.exe', args, { encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
}
