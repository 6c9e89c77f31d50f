import type { ReactElement } from 'react';
import type { SettingName } from '../../../contract/settings.ts';
import type { AppState } from '../../../contract/state.ts';
import type { Trust } from '../../../contract/trust.ts';
import type { Words } from '../../i18n/Words.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { SettingRow } from '../../ui/SettingRow.tsx';

/** How certificates are judged; nothing here is the inspector's to choose. */
export function SecurityRules({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { rules } = words.settings;
  const { values, locked } = state.settings;
  const row = (name: SettingName, label: string, value: string): ReactElement => (
    <SettingRow setting={name} name={label} locked={locked.includes(name)}>
      {value}
    </SettingRow>
  );
  return (
    <>
      <div className="settings__intro">
        <h3>{rules.title}</h3>
        <p className="dim">{rules.lead}</p>
      </div>
      <div className="settings__rows">
        {row('userTrust', rules.userTrust, values.userTrust ? rules.userTrustYes : rules.userTrustNo)}
        {row('certificateAuthorityFile', rules.authorityFile, authorityWords(state.trust.authorityFile, words))}
        {row('allowExpiredCertificate', rules.expired, values.allowExpiredCertificate ? rules.expiredYes : rules.expiredNo)}
        {row('pins', rules.pins, values.pins.length === 0 ? rules.pinsNone : rules.pinsCount(values.pins.length))}
        {row('minimumTls', rules.minimumTls, fillPhrase(rules.tls, { version: values.minimumTls }))}
      </div>
    </>
  );
}

function authorityWords(file: Trust['authorityFile'], { settings: { rules } }: Words): string {
  switch (file.kind) {
    case 'none':
      return rules.authorityNone;
    case 'read':
      return rules.authorityRead(file.count);
    case 'unreadable':
      return rules.authorityUnreadable;
  }
}
