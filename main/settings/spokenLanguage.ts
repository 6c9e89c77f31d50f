import { languageOf, type Language } from '../../contract/language.ts';
import type { Settings } from '../../contract/settings.ts';

/** Which language Earshot speaks now. */
export interface SpokenLanguage {
  get(): Language;
  /** What the system or the browser is set to, the preferred first. */
  systemSpeaks(languages: readonly string[]): void;
}

/** The setting decides; left to the system, the first of its languages that Earshot knows. */
export function createSpokenLanguage(chosen: () => Settings['language']): SpokenLanguage {
  let system: Language = 'en';
  return {
    get: () => {
      const setting = chosen();
      return setting === 'system' ? system : setting;
    },
    systemSpeaks: (languages) => {
      system = languageOf(languages);
    },
  };
}
