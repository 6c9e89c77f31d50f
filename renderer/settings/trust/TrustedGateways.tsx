import type { ReactElement } from 'react';
import type { AppState } from '../../../contract/state.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { LockedNote } from '../../ui/LockedNote.tsx';
import { TrustedGatewayCard } from './TrustedGatewayCard.tsx';
import './trust.css';

/** Every gateway with a certificate that is trusted by its fingerprint. */
export function TrustedGateways({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { trusted } = words.settings;
  const { gateways } = state.trust;
  const { userTrust } = state.settings.values;
  const signedInTo = state.session.kind === 'signedIn' ? state.session.gateway : null;
  return (
    <>
      <div className="settings__intro">
        <h3>{trusted.title}</h3>
        <p className="dim">{trusted.lead}</p>
        {userTrust ? null : (
          <>
            <p>{trusted.administered}</p>
            <LockedNote />
          </>
        )}
      </div>
      {gateways.length === 0 ? (
        <div className="settings__empty">
          <p className="strong">{trusted.empty}</p>
          <p className="dim">{userTrust ? trusted.emptyHint : trusted.emptyAdministered}</p>
        </div>
      ) : null}
      {gateways.map((gateway) => (
        <TrustedGatewayCard key={gateway.gateway} trusted={gateway} mayReplace={userTrust} signedIn={gateway.gateway === signedInTo} />
      ))}
    </>
  );
}
