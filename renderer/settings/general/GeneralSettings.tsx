import type { ReactElement } from 'react';
import { settings } from '../../../contract/settings.ts';
import type { AppState } from '../../../contract/state.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useActions } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { SettingRow } from '../../ui/SettingRow.tsx';

const atStart = ['autostart', 'startHidden'] as const;

/** What concerns all of Earshot. */
export function GeneralSettings({ state }: { readonly state: AppState }): ReactElement {
  const { general } = useWords().settings;
  const { changeSettings } = useActions();
  const { values, locked } = state.settings;
  const { startAtLogin } = state;
  const isLocked = locked.includes('language');
  return (
    <>
      <div className="settings__intro">
        <h3>{general.title}</h3>
      </div>
      <div className="settings__rows">
        <SettingRow setting="language" name={general.language} locked={isLocked}>
          <Choice
            label={general.language}
            value={values.language}
            options={settings.language.options.map((value) => ({ value, words: general.languages[value] }))}
            locked={isLocked}
            onChange={(language) => {
              changeSettings({ settings: { language } });
            }}
          />
        </SettingRow>
        {startAtLogin === 'notHere'
          ? null
          : atStart.map((name) => (
              <SettingRow
                key={name}
                setting={name}
                name={general[name]}
                locked={locked.includes(name)}
                {...(name === 'autostart' && startAtLogin !== 'asSet' ? { hint: general.startAtLogin[startAtLogin] } : {})}
              >
                <Switch
                  label={general[`${name}On`]}
                  on={values[name]}
                  locked={locked.includes(name)}
                  onChange={(on) => {
                    changeSettings({ settings: { [name]: on } });
                  }}
                />
              </SettingRow>
            ))}
      </div>
    </>
  );
}
