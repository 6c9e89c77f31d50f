import type { Settings } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import { openPersisted, type PersistedState } from '../store/persisted.ts';
import { createSettings, type SettingsService } from '../settings/settings.ts';
import { createSpokenLanguage, type SpokenLanguage } from '../settings/spokenLanguage.ts';
import type { Host } from './host.ts';

/** What the inspector and the administrator want of Earshot, before there is a gateway. */
export interface Preferences {
  readonly persisted: PersistedState;
  readonly settings: SettingsService;
  readonly language: SpokenLanguage;
  startAtLogin(): AppState['startAtLogin'];
  /** Has the system start Earshot at log-in, or not, as it is set now. */
  setStartAtLogin(): void;
}

/** `onSettings`: told of each change, with the settings as they were before. */
export function createPreferences(
  { log, loginItem, administered, persisted: stateFile }: Pick<Host, 'log' | 'loginItem' | 'administered' | 'persisted'>,
  onSettings: (before: Settings) => void,
): Preferences {
  const persisted = openPersisted(stateFile, log);
  const settings = createSettings({ persisted, administered, log, onChange: onSettings });
  let startAtLogin: AppState['startAtLogin'] = loginItem === null ? 'notHere' : 'asSet';
  return {
    persisted,
    settings,
    language: createSpokenLanguage(() => settings.get().language),
    startAtLogin: () => startAtLogin,
    setStartAtLogin: () => {
      if (loginItem !== null) startAtLogin = loginItem.set(settings.get().autostart);
    },
  };
}
