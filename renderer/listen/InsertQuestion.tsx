import { useEffect, useRef, type ReactElement } from 'react';
import type { ListenedAgent } from '../../contract/state.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';
import '../ui/keys.css';
import './question.css';

interface InsertQuestionProps {
  readonly agent: ListenedAgent;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** An insert on an agent without a call opens a talk with the agent: asked first, in those words. Escape and Enter say no. */
export function InsertQuestion({ agent, onYes, onNo }: InsertQuestionProps): ReactElement {
  const { modes } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const settling = useSettling('question', { appears: true });
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="keys question" ref={dialog} aria-labelledby="insert-title" onClose={onNo}>
      <h2 id="insert-title">{modes.question.title}</h2>
      <p>
        <Phrase text={modes.question.text} values={{ name: <AgentName name={agent.name} />, workNo: agent.workNo }} />
      </p>
      <div className="question__buttons">
        <Button
          look="primary"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          {modes.question.no}
        </Button>
        <Button look="danger" blocked={settling} onClick={onYes}>
          {modes.question.yes}
        </Button>
      </div>
    </dialog>
  );
}
