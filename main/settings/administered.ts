import type { RegistryRead } from './registryRead.ts';

/** Raw values by name; the settings' schema judges each of them. */
export type RawSettings = Readonly<Record<string, unknown>>;

/** What was there but could not be obeyed as a whole; each is told to the inspector, who tells their administrator. */
export type AdministeredFault = 'machineFileDamaged' | 'machineFileUnprotected' | 'policyUnreadable';

/** What the administrator's sources hold: the machine's file, and policy. */
export interface Administered {
  readonly machine: RawSettings;
  readonly policy: RawSettings;
  readonly faults: readonly AdministeredFault[];
  /** Only where there is one. */
  readonly registry?: RegistryRead;
}

export const nothingAdministered: Administered = { machine: {}, policy: {}, faults: [] };

/** One source as it was found. */
export interface SourceRead {
  readonly values: RawSettings;
  readonly fault: AdministeredFault | null;
  /** Only of the registry. */
  readonly registry?: RegistryRead;
}

/** A source that is not there. */
export const nothingThere: SourceRead = { values: {}, fault: null };

/** Both sources, as one. */
export function administeredBy(machine: SourceRead, policy: SourceRead): Administered {
  return {
    machine: machine.values,
    policy: policy.values,
    faults: [machine.fault, policy.fault].filter((fault) => fault !== null),
    ...(policy.registry === undefined ? {} : { registry: policy.registry }),
  };
}
