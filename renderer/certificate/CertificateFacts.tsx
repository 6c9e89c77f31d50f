import type { ReactElement } from 'react';
import type { CertificateError } from '../../contract/certificateError.ts';
import type { Certificate } from '../../contract/trust.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { certificateErrorText } from '../i18n/problemText.ts';
import { dateText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Fact } from './Fact.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import './certificate.css';

interface CertificateFactsProps {
  readonly certificate: Certificate;
  readonly fingerprintName: string;
  /** Why it is not trusted, where that is to be said. */
  readonly certificateError: CertificateError | null;
}

/** All of a certificate that was met: what to compare first, what only an administrator reads folded up at the end. */
export function CertificateFacts({ certificate, fingerprintName, certificateError }: CertificateFactsProps): ReactElement {
  const words = useWords();
  const { subject, issuer, validFrom, validTo, fingerprint, serialNumber, key, names, chain } = certificate;
  const period = { from: dateText(validFrom, words), to: dateText(validTo, words) };
  return (
    <div className="certificate">
      <dl className="certificate__facts">
        <Fact name={fingerprintName} print>
          <Fingerprint value={fingerprint} />
        </Fact>
        {certificateError === null ? null : <Fact name={words.certificate.why}>{certificateErrorText(certificateError, words)}</Fact>}
        <Fact name={words.certificate.subject}>
          <bdi>{subject === '' ? words.certificate.nobody : subject}</bdi>
        </Fact>
        <Fact name={words.certificate.issuer}>
          <bdi>{issuer === '' ? words.certificate.nobody : issuer}</bdi>
        </Fact>
        <Fact name={words.certificate.valid}>{fillPhrase(words.certificate.period, period)}</Fact>
      </dl>
      <details className="certificate__more">
        <summary>{words.certificate.more}</summary>
        <dl className="certificate__facts">
          {names.length === 0 ? null : (
            <Fact name={words.certificate.names}>
              <bdi>{names.join(', ')}</bdi>
            </Fact>
          )}
          {chain.length === 0 ? null : (
            <Fact name={words.certificate.chain}>
              <ol className="certificate__chain">
                {chain.map((authority, index) => (
                  <li key={index}>
                    <bdi>{authority}</bdi>
                  </li>
                ))}
              </ol>
            </Fact>
          )}
          {key === '' ? null : <Fact name={words.certificate.key}>{key}</Fact>}
          <Fact name={words.certificate.serialNumber}>
            <code className="certificate__serial">{serialNumber}</code>
          </Fact>
        </dl>
      </details>
    </div>
  );
}
