import { TriangleAlert } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import type { TrustedGateway } from '../../../contract/trust.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ReplaceCertificate } from './ReplaceCertificate.tsx';
import { TrustedCertificate } from './TrustedCertificate.tsx';

interface TrustedGatewayCardProps {
  readonly trusted: TrustedGateway;
  /** Whether the inspector may trust another certificate. */
  readonly mayReplace: boolean;
  /** Whether the present session is with this gateway. */
  readonly signedIn: boolean;
}

/** One gateway: its trusted certificates, and the other one that it has shown. */
export function TrustedGatewayCard({ trusted, mayReplace, signedIn }: TrustedGatewayCardProps): ReactElement {
  const words = useWords().settings.trusted;
  const titleId = useId();
  /** The fingerprint that is being compared: when another one is met meanwhile, comparing starts again. */
  const [comparing, setComparing] = useState<string | null>(null);
  const { gateway, pins, changed } = trusted;
  if (changed !== null && comparing === changed.fingerprint && mayReplace) {
    return (
      <section className="trusted" aria-labelledby={titleId}>
        <h4 className="trusted__gateway" id={titleId}>
          <bdi>{gateway}</bdi>
        </h4>
        <ReplaceCertificate
          gateway={gateway}
          before={pins}
          now={changed}
          onClose={() => {
            setComparing(null);
          }}
        />
      </section>
    );
  }
  return (
    <section className="trusted" aria-labelledby={titleId}>
      <h4 className="trusted__gateway" id={titleId}>
        <bdi>{gateway}</bdi>
      </h4>
      {changed === null ? null : (
        <div className="trusted__changed">
          <TriangleAlert aria-hidden="true" />
          <p>{words.changed}</p>
          {mayReplace ? (
            <Button
              onClick={() => {
                setComparing(changed.fingerprint);
              }}
            >
              {words.compare}
            </Button>
          ) : null}
        </div>
      )}
      {pins.map((pin) => (
        <TrustedCertificate key={`${pin.decidedBy} ${pin.fingerprint}`} gateway={gateway} pin={pin} signedIn={signedIn} />
      ))}
    </section>
  );
}
