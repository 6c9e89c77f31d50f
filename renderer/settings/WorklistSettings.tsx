import type { ReactElement } from 'react';
import { settings, type SettingName } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Choice } from '../ui/Choice.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { Switch } from '../ui/Switch.tsx';
import { asNames, asNumber, TypedField } from './TypedField.tsx';

/** What the plan asks for, and of whom. */
export function WorklistSettings({ state }: { readonly state: AppState }): ReactElement {
  const { worklist } = useWords();
  const { changeSettings } = useActions();
  const { values, locked } = state.settings;
  const of = <Name extends SettingName>(setting: Name) => ({ setting, value: values[setting], locked: locked.includes(setting) });
  const row = (setting: SettingName) => ({ setting, locked: locked.includes(setting) });
  const words = worklist.settings;
  return (
    <>
      <div className="settings__intro">
        <h3>{worklist.title}</h3>
        <p className="dim">{words.lead}</p>
      </div>
      <div className="settings__rows">
        <SettingRow {...row('planListens')} name={words.planListens} hint={words.planListensHint}>
          <TypedField {...of('planListens')} {...asNumber} label={words.planListens} />
        </SettingRow>
        <SettingRow {...row('planEvery')} name={words.planEvery}>
          <Choice
            label={words.planEvery}
            value={values.planEvery}
            options={settings.planEvery.options.map((value) => ({ value, words: words.every[value] }))}
            locked={locked.includes('planEvery')}
            onChange={(planEvery) => {
              changeSettings({ settings: { planEvery } });
            }}
          />
        </SettingRow>
        <SettingRow {...row('planMinutes')} name={words.planMinutes}>
          <TypedField {...of('planMinutes')} {...asNumber} label={words.planMinutes} />
        </SettingRow>
        <SettingRow {...row('planGroups')} name={words.planGroups} hint={words.planGroupsHint}>
          <TypedField {...of('planGroups')} {...asNames} label={words.planGroups} lines={3} />
        </SettingRow>
        <SettingRow {...row('planFavourites')} name={words.planFavourites} hint={words.planFavouritesHint}>
          <Switch
            label={words.planFavouritesOn}
            on={values.planFavourites}
            locked={locked.includes('planFavourites')}
            onChange={(planFavourites) => {
              changeSettings({ settings: { planFavourites } });
            }}
          />
        </SettingRow>
      </div>
    </>
  );
}
