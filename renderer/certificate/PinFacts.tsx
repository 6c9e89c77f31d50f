import type { ReactElement } from 'react';
import type { PinnedCertificate } from '../../contract/trust.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { dateText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Fact } from './Fact.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import './certificate.css';

interface PinFactsProps {
  readonly pin: PinnedCertificate;
  readonly fingerprintName: string;
}

/** A trusted certificate: its fingerprint, who decided, when it was met. */
export function PinFacts({ pin, fingerprintName }: PinFactsProps): ReactElement {
  const words = useWords();
  const { certificate } = words;
  const met = (at: number | null): string => (at === null ? certificate.notMet : dateText(at, words));
  return (
    <div className="certificate">
      <dl className="certificate__facts">
        <Fact name={fingerprintName} print>
          <Fingerprint value={pin.fingerprint} />
        </Fact>
        <Fact name={certificate.decidedBy}>{certificate.deciders[pin.decidedBy]}</Fact>
        <Fact name={certificate.firstSeen}>{met(pin.firstSeen)}</Fact>
        <Fact name={certificate.lastSeen}>{met(pin.lastSeen)}</Fact>
        {pin.subject === null || pin.subject === '' ? null : (
          <Fact name={certificate.subject}>
            <bdi>{pin.subject}</bdi>
          </Fact>
        )}
        {pin.validFrom === null || pin.validTo === null ? null : (
          <Fact name={certificate.valid}>
            {fillPhrase(certificate.period, { from: dateText(pin.validFrom, words), to: dateText(pin.validTo, words) })}
          </Fact>
        )}
      </dl>
    </div>
  );
}
