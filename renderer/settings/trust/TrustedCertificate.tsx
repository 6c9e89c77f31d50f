import { useState, type ReactElement } from 'react';
import type { PinnedCertificate } from '../../../contract/trust.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { PinFacts } from '../../certificate/PinFacts.tsx';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRestoredFocus } from '../../ui/useRestoredFocus.ts';
import { LockedNote } from '../../ui/LockedNote.tsx';

interface TrustedCertificateProps {
  readonly gateway: string;
  readonly pin: PinnedCertificate;
  readonly signedIn: boolean;
}

/** One trusted certificate, and the way to take the trust back, which asks once. */
export function TrustedCertificate({ gateway, pin, signedIn }: TrustedCertificateProps): ReactElement {
  const words = useWords();
  const { trusted } = words.settings;
  const actions = useActions();
  const [asking, setAsking] = useState(false);
  const kept = useRestoredFocus<HTMLDivElement>();
  return (
    <div className="trusted__one">
      <PinFacts pin={pin} fingerprintName={words.certificate.fingerprint} />
      {pin.counts ? null : <p className="dim">{trusted.notCounting}</p>}
      {pin.decidedBy === 'administrator' ? (
        <LockedNote />
      ) : (
        <div className="trusted__acts" {...kept}>
          {asking ? (
            <>
              <p className="trusted__ask">
                {fillPhrase(trusted.forgetAsk, { gateway })} {signedIn ? fillPhrase(trusted.forgetSession, { gateway }) : null}
              </p>
              <Button
                autoFocus
                onClick={() => {
                  setAsking(false);
                }}
              >
                {trusted.forgetNo}
              </Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false);
                  actions.forgetCertificate({ gateway, fingerprint: pin.fingerprint });
                }}
              >
                {trusted.forgetYes}
              </Button>
            </>
          ) : (
            <Button
              onClick={() => {
                setAsking(true);
              }}
            >
              {trusted.forget}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
