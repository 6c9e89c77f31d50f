import type { ReactElement } from 'react';
import type { SettingName, Settings } from '../../../contract/settings.ts';
import type { AppState } from '../../../contract/state.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { SettingRow } from '../../ui/SettingRow.tsx';
import { AlertTimes } from './AlertTimes.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TestAlertPart } from './TestAlertPart.tsx';
import { useOutputDevices } from './useOutputDevices.ts';
import { Volume } from './Volume.tsx';
import './alert-settings.css';

/** How a ring is told of, whether that works here, and how fast it was. */
export function AlertSettings({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { alerts } = words.settings;
  const { changeSettings } = useActions();
  const { values, locked } = state.settings;
  const devices = useOutputDevices(values.alertDevice);
  const isLocked = (name: SettingName): boolean => locked.includes(name);
  const change = (choice: Partial<Settings>): void => {
    changeSettings({ settings: choice });
  };
  return (
    <>
      <div className="settings__intro">
        <h3>{alerts.title}</h3>
        <p className="dim">{alerts.lead}</p>
      </div>
      <div className="settings__rows">
        <SettingRow setting="alertSound" name={alerts.sound} locked={isLocked('alertSound')}>
          <Switch
            label={alerts.soundOn}
            on={values.alertSound}
            locked={isLocked('alertSound')}
            onChange={(alertSound) => {
              change({ alertSound });
            }}
          />
        </SettingRow>
        <SettingRow setting="alertVolume" name={alerts.volume} locked={isLocked('alertVolume')}>
          <Volume
            label={alerts.volume}
            value={values.alertVolume}
            locked={isLocked('alertVolume')}
            onChange={(alertVolume) => {
              change({ alertVolume });
            }}
          />
        </SettingRow>
        <SettingRow
          setting="alertDevice"
          name={alerts.device}
          hint={devices.withheld ? alerts.deviceWithheldHint : alerts.deviceHint}
          locked={isLocked('alertDevice')}
        >
          <Choice
            label={alerts.device}
            value={values.alertDevice}
            options={[{ value: '', words: alerts.deviceDefault }, ...devices.names.map((value) => ({ value, words: value }))]}
            locked={isLocked('alertDevice')}
            onChange={(alertDevice) => {
              change({ alertDevice });
            }}
          />
        </SettingRow>
        <SettingRow setting="alertWindow" name={alerts.window} hint={alerts.windowHint} locked={isLocked('alertWindow')}>
          <Choice
            label={alerts.window}
            value={values.alertWindow}
            options={(['always', 'escalation', 'never'] as const).map((value) => ({ value, words: alerts.windowWhen[value] }))}
            locked={isLocked('alertWindow')}
            onChange={(alertWindow) => {
              change({ alertWindow });
            }}
          />
        </SettingRow>
        <SettingRow
          setting="silentMode"
          name={alerts.silent}
          hint={values.alertWindow === 'never' ? alerts.silentNoWindowHint : alerts.silentHint}
          locked={isLocked('silentMode')}
        >
          <Switch
            label={alerts.silentOn}
            on={values.silentMode}
            locked={isLocked('silentMode')}
            onChange={(silentMode) => {
              change({ silentMode });
            }}
          />
        </SettingRow>
        <SettingRow setting="followMode" name={alerts.follow} locked={isLocked('followMode')}>
          <Choice
            label={alerts.follow}
            value={values.followMode}
            options={(['ask', 'listen'] as const).map((value) => ({ value, words: alerts.followDoes[value] }))}
            locked={isLocked('followMode')}
            onChange={(followMode) => {
              change({ followMode });
            }}
          />
        </SettingRow>
      </div>
      <TestAlertPart testAlert={state.testAlert} />
      <AlertTimes times={state.alertTimes} />
    </>
  );
}
