import type { ReactElement } from 'react';
import type { SettingName } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { asAddress, asLines, asNumber, TypedField } from './TypedField.tsx';

/** How the gateway is reached. */
export function ConnectionSettings({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { connection } = words.settings;
  const { values, locked } = state.settings;
  const of = <Name extends SettingName>(setting: Name) => ({
    setting,
    value: values[setting],
    locked: locked.includes(setting),
  });
  const row = (setting: SettingName) => ({ setting, locked: locked.includes(setting) });
  return (
    <>
      <div className="settings__intro">
        <h3>{connection.title}</h3>
        <p className="dim">{connection.lead}</p>
      </div>
      <div className="settings__rows">
        <SettingRow {...row('gateway')} name={connection.gateway}>
          {values.gateway === '' ? connection.gatewayOwn : values.gateway}
        </SettingRow>
        <SettingRow {...row('backupGateways')} name={connection.backupGateways} hint={connection.backupGatewaysHint}>
          <TypedField {...of('backupGateways')} {...asLines} label={connection.backupGateways} lines={3} />
        </SettingRow>
        <SettingRow {...row('proxy')} name={connection.proxy} hint={connection.proxyHint}>
          <TypedField {...of('proxy')} {...asAddress} label={connection.proxy} />
        </SettingRow>
        <SettingRow {...row('proxyDirect')} name={connection.proxyDirect} hint={connection.proxyDirectHint}>
          <TypedField {...of('proxyDirect')} {...asLines} label={connection.proxyDirect} lines={3} />
        </SettingRow>
        <SettingRow {...row('rosterInterval')} name={connection.rosterInterval} hint={connection.rosterIntervalHint}>
          <TypedField {...of('rosterInterval')} {...asNumber} label={connection.rosterInterval} />
        </SettingRow>
        <SettingRow {...row('pollGap')} name={connection.pollGap}>
          {connection.pollGapValue(values.pollGap)}
        </SettingRow>
      </div>
    </>
  );
}
