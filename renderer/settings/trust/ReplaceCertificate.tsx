import type { ReactElement } from 'react';
import type { Certificate, PinnedCertificate } from '../../../contract/trust.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { CertificateFacts } from '../../certificate/CertificateFacts.tsx';
import { PinFacts } from '../../certificate/PinFacts.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFirstFocus } from '../../ui/useFirstFocus.ts';

interface ReplaceCertificateProps {
  readonly gateway: string;
  readonly before: readonly PinnedCertificate[];
  readonly now: Certificate;
  readonly onClose: () => void;
}

/** The trusted certificates and the one shown now, side by side; leaving everything as it is has the focus. */
export function ReplaceCertificate({ gateway, before, now, onClose }: ReplaceCertificateProps): ReactElement {
  const words = useWords();
  const { trusted } = words.settings;
  const leave = useFirstFocus<HTMLButtonElement>();
  const actions = useActions();
  function trust(keepOthers: boolean): void {
    onClose();
    actions.replaceCertificate({ gateway, fingerprint: now.fingerprint, keepOthers });
  }
  return (
    <>
      <p>{trusted.compareLead}</p>
      <div className="trusted__compare">
        <div className="trusted__side">
          <h5>{trusted.before}</h5>
          {before.map((pin) => (
            <PinFacts key={`${pin.decidedBy} ${pin.fingerprint}`} pin={pin} fingerprintName={words.certificate.fingerprint} />
          ))}
        </div>
        <div className="trusted__side">
          <h5>{trusted.now}</h5>
          <CertificateFacts certificate={now} certificateError={null} fingerprintName={words.certificate.fingerprint} />
        </div>
      </div>
      <p className="dim">{trusted.keepBothHint}</p>
      <div className="page__buttons">
        <Button look="primary" ref={leave} onClick={onClose}>
          {trusted.leave}
        </Button>
        <Button
          onClick={() => {
            trust(false);
          }}
        >
          {trusted.replace}
        </Button>
        <Button
          onClick={() => {
            trust(true);
          }}
        >
          {trusted.keepBoth}
        </Button>
      </div>
    </>
  );
}
