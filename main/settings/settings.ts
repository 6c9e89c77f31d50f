import type { CommandAnswer } from '../../contract/commands.ts';
import type { Settings, ShownSettings } from '../../contract/settings.ts';
import { refuse } from '../commandAnswers.ts';
import type { Log } from '../host.ts';
import { ownProblem } from '../ownProblem.ts';
import { definitions } from './definition.ts';
import type { Kept } from './kept.ts';
import { effectiveSettings } from './layers.ts';
import type { Administered } from './machineFile.ts';

/** The settings in force. */
export interface SettingsRoom {
  get(): Settings;
  shown(): ShownSettings;
  /** The inspector's own choices; one that the administrator made already, or alone may make, is refused and nothing is changed. */
  change(choices: Choices): CommandAnswer;
}

export type Choices = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

export interface SettingsParts {
  readonly kept: Kept;
  readonly administered: Administered;
  readonly log: Log;
  /** Called after each change, with what was in force before. */
  onChange(before: Settings): void;
}

const lockedByAdministrator = refuse(ownProblem('setting-locked'));

export function createSettings({ kept, administered, log, onChange }: SettingsParts): SettingsRoom {
  const layersOf = (user: Readonly<Record<string, unknown>>): ShownSettings =>
    effectiveSettings({ user, machine: administered.machine, policy: administered.policy });
  let shown = layersOf(kept.get().settings);
  for (const { name, source } of shown.wrong) log.warn('setting not obeyed', { name, source });
  if (administered.machineFileDamaged) log.error('settings file of this machine unreadable');

  return {
    get: () => shown.values,
    shown: () => shown,
    change: (choices) => {
      const names = Object.keys(choices) as (keyof Settings)[];
      if (names.some((name) => shown.locked.includes(name) || definitions[name].settableBy === 'administrator')) {
        return lockedByAdministrator;
      }
      const before = shown.values;
      kept.change({ settings: { ...kept.get().settings, ...choices } });
      shown = layersOf(kept.get().settings);
      onChange(before);
      return { ok: true };
    },
  };
}
