import type { ReactElement } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';
import { ProblemPanel } from '../ui/ProblemWords.tsx';

interface TakeOverPageProps {
  readonly agentId: string;
  readonly gateway: string;
  readonly problem: Problem;
  /** Why the answer given here could not be carried out. */
  readonly refusal: Problem | null;
  readonly onTakeOver: () => void;
  readonly onCancel: () => void;
}

/** The agent ID is signed in elsewhere: whether to end that session. */
export function TakeOverPage({ agentId, gateway, problem, refusal, onTakeOver, onCancel }: TakeOverPageProps): ReactElement {
  const words = useWords();
  return (
    <PagePanel
      tone="warn"
      title={words.takeOver.title}
      lead={
        <Phrase
          text={words.takeOver.lead}
          values={{ agentId: <bdi className="strong">{agentId}</bdi>, gateway: <bdi className="strong">{gateway}</bdi> }}
        />
      }
    >
      <p>{words.takeOver.effect}</p>
      {refusal === null ? null : <ProblemPanel problem={refusal} />}
      <div className="page__buttons">
        <Button size="form" look="primary" onClick={onTakeOver}>
          {words.takeOver.takeOver}
        </Button>
        <Button size="form" autoFocus onClick={onCancel}>
          {words.takeOver.cancel}
        </Button>
      </div>
      <p className="problem__code">{problem.code}</p>
    </PagePanel>
  );
}
