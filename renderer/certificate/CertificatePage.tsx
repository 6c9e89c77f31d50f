import type { ReactElement } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { dateText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';
import { ProblemPanel } from '../ui/ProblemWords.tsx';
import { certificateWords } from './certificateWords.ts';
import { Fingerprint } from './Fingerprint.tsx';
import './certificate.css';

interface CertificatePageProps {
  readonly gateway: string;
  readonly question: CertificateQuestion;
  /** Why the answer given here could not be carried out. */
  readonly problem: Problem | null;
  readonly onTrust: (fingerprint: string) => void;
  readonly onCancel: () => void;
}

/** Shows the gateway's certificate before anything secret is sent, and asks where there is something to ask. */
export function CertificatePage({ gateway, question, problem, onTrust, onCancel }: CertificatePageProps): ReactElement {
  const words = useWords();
  const { title, lead, advice, tone } = certificateWords(question.kind, words);
  const { certificate } = question;
  const changed = question.kind === 'changed';
  return (
    <PagePanel wide tone={tone} title={title} lead={<Phrase text={lead} values={{ gateway: <bdi className="strong">{gateway}</bdi> }} />}>
      <dl className="certificate">
        {changed ? (
          <div className="certificate__fact certificate__fact--print">
            <dt>{words.certificate.fingerprintBefore}</dt>
            <dd>
              <Fingerprint value={question.trustedFingerprint} />
            </dd>
          </div>
        ) : null}
        <div className="certificate__fact certificate__fact--print">
          <dt>{changed ? words.certificate.fingerprintNow : words.certificate.fingerprint}</dt>
          <dd>
            <Fingerprint value={certificate.fingerprint} />
          </dd>
        </div>
        {changed ? null : <Fact name={words.certificate.why} value={question.why} />}
        <Fact name={words.certificate.subject} value={certificate.subject} />
        <Fact name={words.certificate.issuer} value={certificate.issuer} />
        <Fact name={words.certificate.validFrom} value={dateText(certificate.validFrom, words)} />
        <Fact name={words.certificate.validTo} value={dateText(certificate.validTo, words)} />
      </dl>
      <p>{advice}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div className="page__buttons">
        <Button size="form" look="primary" autoFocus onClick={onCancel}>
          {words.certificate.cancel}
        </Button>
        {question.kind === 'unknown' ? (
          <Button
            size="form"
            onClick={() => {
              onTrust(certificate.fingerprint);
            }}
          >
            {words.certificate.trust}
          </Button>
        ) : null}
      </div>
    </PagePanel>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div className="certificate__fact">
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
