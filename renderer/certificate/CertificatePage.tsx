import type { ReactElement } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { CertificateQuestion } from '../../contract/trust.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';
import { ProblemPanel } from '../ui/ProblemWords.tsx';
import { useFirstFocus } from '../ui/useFirstFocus.ts';
import { CertificateFacts } from './CertificateFacts.tsx';
import { certificateWords } from './certificateWords.ts';
import { PinFacts } from './PinFacts.tsx';
import './certificate.css';

interface CertificatePageProps {
  readonly gateway: string;
  readonly question: CertificateQuestion;
  /** Whether the inspector may decide about certificates at all. */
  readonly userTrust: boolean;
  /** Why the answer given here could not be carried out. */
  readonly problem: Problem | null;
  readonly onTrust: (fingerprint: string) => void;
  readonly onCancel: () => void;
}

/** Shows the gateway's certificate before anything secret is sent, and asks where there is something to ask. */
export function CertificatePage({ gateway, question, userTrust, problem, onTrust, onCancel }: CertificatePageProps): ReactElement {
  const words = useWords();
  const cancel = useFirstFocus<HTMLButtonElement>();
  const { title, lead, advice, tone } = certificateWords(question.kind, userTrust, words);
  const { certificate, certificateError } = question;
  const changed = question.kind === 'changed';
  return (
    <PagePanel wide tone={tone} title={title} lead={<Phrase text={lead} values={{ gateway: <bdi className="strong">{gateway}</bdi> }} />}>
      {changed
        ? question.trusted.map((pin) => (
            <PinFacts key={`${pin.decidedBy} ${pin.fingerprint}`} pin={pin} fingerprintName={words.certificate.fingerprintBefore} />
          ))
        : null}
      <CertificateFacts
        certificate={certificate}
        certificateError={certificateError}
        fingerprintName={changed ? words.certificate.fingerprintNow : words.certificate.fingerprint}
      />
      <p>{advice}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div className="page__buttons">
        {/* It has the focus, so that Enter never trusts. */}
        <Button size="form" look="primary" ref={cancel} onClick={onCancel}>
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
