import { useEffect, useRef, useState, type ReactElement } from 'react';
import { forceSchema, type Force, type ForceKind } from '../../contract/forcing.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';
import '../ui/keys.css';
import '../listen/question.css';

interface ForceQuestionProps {
  readonly agent: ListenedAgent;
  readonly what: ForceKind;
  readonly onYes: (force: Force) => void;
  readonly onNo: () => void;
}

/** Asks once, naming the agent. Escape and Enter say no. */
export function ForceQuestion({ agent, what, onYes, onNo }: ForceQuestionProps): ReactElement {
  const { forcing } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [minutes, setMinutes] = useState('10');
  const [reason, setReason] = useState('1');
  const settling = useSettling('question', { appears: true });
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const force = forceOf(what, minutes, reason);
  return (
    <dialog className="keys question" ref={dialog} aria-labelledby="force-title" onClose={onNo}>
      <h2 id="force-title">
        <Phrase text={forcing.question[what]} values={{ name: <AgentName name={agent.name} />, workNo: agent.workNo }} />
      </h2>
      <p>{forcing.hint[what]}</p>
      {what === 'rest' ? (
        <>
          <NumberField label={forcing.minutes} value={minutes} onValue={setMinutes} />
          <NumberField label={forcing.reason} value={reason} onValue={setReason} />
        </>
      ) : null}
      <div className="question__buttons">
        <Button
          look="primary"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          {forcing.no}
        </Button>
        <Button
          look="danger"
          blocked={settling || force === null}
          onClick={() => {
            if (force !== null) onYes(force);
          }}
        >
          {forcing.act[what]}
        </Button>
      </div>
    </dialog>
  );
}

const SECONDS_A_MINUTE = 60;

/** Null: the numbers are not the gateway's. */
function forceOf(what: ForceKind, minutes: string, reason: string): Force | null {
  const force = what === 'rest' ? { what, seconds: Number(minutes) * SECONDS_A_MINUTE, reason: Number(reason) } : { what };
  const parsed = forceSchema.safeParse(force);
  return parsed.success ? parsed.data : null;
}

interface NumberProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function NumberField({ label, value, onValue }: NumberProps): ReactElement {
  return (
    <label className="question__field">
      {label}
      <input
        className="field__input"
        inputMode="numeric"
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      />
    </label>
  );
}
