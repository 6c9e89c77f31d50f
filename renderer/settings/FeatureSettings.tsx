import type { ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { asNumber, TypedField } from './TypedField.tsx';

const switches = [
  'listenAllowed',
  'whisperAllowed',
  'insertAllowed',
  'interceptAllowed',
  'forceIdleAllowed',
  'forceBusyAllowed',
  'forceRestAllowed',
  'forceSignOutAllowed',
  'forceDropCallAllowed',
  'followAllowed',
  'exportAllowed',
  'keepSignedInAllowed',
  'phoneLinkage',
] as const;

/** What is offered on this computer; all but the first line is the administrator's to choose. */
export function FeatureSettings({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { features } = words.settings;
  const { values, locked } = state.settings;
  const longTalk = locked.includes('longTalkMinutes');
  return (
    <>
      <div className="settings__intro">
        <h3>{features.title}</h3>
        <p className="dim">{features.lead}</p>
      </div>
      <div className="settings__rows">
        <SettingRow setting="longTalkMinutes" name={features.longTalkMinutes} locked={longTalk}>
          <TypedField
            {...asNumber}
            setting="longTalkMinutes"
            label={features.longTalkMinutes}
            value={values.longTalkMinutes}
            locked={longTalk}
          />
        </SettingRow>
        {switches.map((name) => (
          <SettingRow key={name} setting={name} name={features[name]} locked={locked.includes(name)}>
            {values[name] ? features.on : features.off}
          </SettingRow>
        ))}
      </div>
    </>
  );
}
