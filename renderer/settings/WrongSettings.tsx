import type { ReactElement } from 'react';
import { settingNameSchema, type WrongSetting } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import type { Words } from '../i18n/Words.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { settingTakes } from './settingTakes.ts';

/** The values that were found and are not obeyed: for the administrator's eyes, by the names they wrote. */
export function WrongSettings({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { wrong } = words.settings;
  return (
    <>
      <div className="settings__intro">
        <h3>{wrong.title}</h3>
        <p className="dim">{wrong.lead}</p>
      </div>
      <ul className="settings__rows settings__wrong">
        {state.settings.wrong.map((each) => (
          <li key={`${each.source} ${each.name}`} className="setting">
            <code className="setting__name">{each.name}</code>
            <div className="setting__value">
              <span>{whyWords(each, words)}</span>
              <span className="setting__hint">{wrong.source[each.source]}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function whyWords({ name, why, entries }: WrongSetting, words: Words): string {
  const { wrong } = words.settings;
  if (entries !== undefined) return wrong.entries(entries.join(words.listGap));
  const setting = settingNameSchema.safeParse(name);
  return why === 'doesNotFit' && setting.success
    ? fillPhrase(words.settings.mustBe, { takes: settingTakes(setting.data, words) })
    : wrong[why === 'doesNotFit' ? 'unknownName' : why];
}
