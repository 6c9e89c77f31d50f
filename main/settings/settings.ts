import { isDeepStrictEqual } from 'node:util';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { Settings, ShownSettings } from '../../contract/settings.ts';
import { refuse } from '../results/commandAnswers.ts';
import type { Log } from '../ports/log.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { definitions } from './definition.ts';
import type { PersistedState } from '../store/persisted.ts';
import { effectiveSettings, failsClosed } from './layers.ts';
import type { Administered, RawSettings } from './administered.ts';
import type { RegistryRead } from './registryRead.ts';

/** The settings in force. */
export interface SettingsService {
  get(): Settings;
  shown(): ShownSettings;
  /** The inspector's own choices; one that the administrator made already, or alone may make, is refused and nothing is changed. */
  change(choices: Choices): CommandAnswer;
  /** What the administrator's sources hold now; whether that is anything new. */
  administer(administered: Administered): boolean;
}

export type Choices = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

export interface SettingsOptions {
  readonly persisted: PersistedState;
  /** As it was at the start. */
  readonly administered: Administered;
  readonly log: Log;
  /** Called after each change, with what was in force before. */
  onChange(before: Settings): void;
}

const lockedByAdministrator = refuse(ownProblem('setting-locked'));

export function createSettings({ persisted, administered: atStart, log, onChange }: SettingsOptions): SettingsService {
  let administered = atStart;
  /** The policies as they were read last; null: never yet. */
  let policyRead = lastRead(atStart, null);
  let shown = inForce();
  logRegistry(log, atStart.registry);
  logFindings();

  function inForce(): ShownSettings {
    const { machine, faults } = administered;
    const sourceUnreadable = policyRead === null || faults.some((fault) => fault !== 'policyUnreadable');
    return effectiveSettings({ user: persisted.get().settings, machine, policy: policyRead ?? {}, sourceUnreadable });
  }

  function logFindings(): void {
    for (const { name, source, why, entries } of shown.wrong) {
      log.warn('setting not obeyed', { name, source, why, ...(entries === undefined ? {} : { entries: entries.join(', ') }) });
    }
    for (const fault of administered.faults) log.error('administered settings not obeyed', { fault });
    if (failsClosed(shown)) log.error('inspectors may trust no certificate until these are put right');
  }

  return {
    get: () => shown.values,
    shown: () => shown,
    change: (choices) => {
      const names = Object.keys(choices) as (keyof Settings)[];
      if (names.some((name) => shown.locked.includes(name) || definitions[name].settableBy === 'administrator')) {
        return lockedByAdministrator;
      }
      const before = shown.values;
      persisted.change({ settings: { ...persisted.get().settings, ...choices } });
      shown = inForce();
      onChange(before);
      return { ok: true };
    },
    administer: (now) => {
      const earlier = administered;
      administered = now;
      if (!isDeepStrictEqual(now.registry, earlier.registry)) logRegistry(log, now.registry);
      if (isDeepStrictEqual(holding(now), holding(earlier))) return false;
      const before = shown.values;
      policyRead = lastRead(now, policyRead);
      shown = inForce();
      log.info('administered settings changed');
      logFindings();
      onChange(before);
      return true;
    },
  };
}

/** A computer that wakes up may be too busy to say its policies: until it does, the last ones count. */
function lastRead({ policy, faults }: Administered, before: RawSettings | null): RawSettings | null {
  return faults.includes('policyUnreadable') ? before : policy;
}

/** What the sources hold; by which way a registry was read is beside the point. */
function holding({ machine, policy, faults }: Administered): Administered {
  return { machine, policy, faults };
}

function logRegistry(log: Log, read: RegistryRead | undefined): void {
  if (read === undefined) return;
  switch (read.by) {
    case 'native':
      log.info('registry read', { by: read.by });
      return;
    case 'regExe':
    case 'nothing':
      log.warn('registry read', {
        by: read.by,
        because: read.because.code,
        ...(read.because.code === 'failed' ? { errno: read.because.errno } : {}),
      });
      return;
  }
}
