/** The two places of policies, strongest last. Both are written by administrators alone: Windows gives users no right to write below Software\Policies. */
export const hives = ['HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE'] as const;

export type Hive = (typeof hives)[number];

/** Where every program's policies stand in both of them. */
export const policiesPath = 'Software\\Policies';

/** The name of Earshot's own key there; the registry does not tell upper from lower case. */
export const ownKey = 'Earshot';

/** What a value holds, as readPolicyValue takes it; null, which is no setting's value: of a type that policies do not use, or not whole. */
export type RegistryData = string | number | readonly string[] | null;

/** What stands in one registry key. */
export interface RegistryKey {
  readonly values: readonly { readonly name: string; readonly data: RegistryData }[];
  /** The last part of the names of the keys below it. */
  readonly keys: readonly string[];
}

/** A key that is not there, or has nothing in it. */
export const emptyKey: RegistryKey = { values: [], keys: [] };
