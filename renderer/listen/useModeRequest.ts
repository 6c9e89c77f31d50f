import { useState } from 'react';
import type { BeginningMode, Mode } from '../../contract/inspection.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';
import { useActions, useRosterStore } from '../model/EarshotContext.tsx';
import { isInCall } from '../../contract/agentState.ts';

/** An insert that waits for the inspector's word, as the agent is not known to be on a call. */
interface Question {
  readonly agent: ListenedAgent;
  readonly begins: boolean;
}

/** What the inspector asks for of an agent's call, with the question before an insert that would open a talk. */
export interface ModeRequest {
  /** The agent who is asked about; null: nothing is asked. */
  readonly asks: ListenedAgent | null;
  begin(workNo: string, mode: BeginningMode): void;
  /** Goes on in another mode. */
  change(mode: Mode): void;
  yes(): void;
  no(): void;
}

export function useModeRequest(listen: Listen): ModeRequest {
  const actions = useActions();
  const roster = useRosterStore();
  const [question, setQuestion] = useState<Question | null>(null);
  const under = listen.kind === 'idle' || listen.kind === 'ended' ? null : listen.agent.workNo;
  // What was asked is about another agent's call, or a call that is over.
  if (question !== null && (question.begins ? under !== null : under !== question.agent.workNo)) setQuestion(null);

  const isOnACall = (workNo: string): boolean => {
    const row = roster.rows().get(workNo);
    return row !== undefined && isInCall(row.state);
  };
  const named = (workNo: string): ListenedAgent => ({ workNo, name: roster.rows().get(workNo)?.name ?? '' });

  return {
    asks: question?.agent ?? null,
    begin: (workNo, mode) => {
      if (mode === 'insert' && !isOnACall(workNo)) setQuestion({ agent: named(workNo), begins: true });
      else actions.inspect({ workNo, mode, withoutCall: false });
    },
    change: (mode) => {
      if (under === null) return;
      if (mode === 'insert' && !isOnACall(under)) setQuestion({ agent: named(under), begins: false });
      else actions.changeMode({ mode, withoutCall: false });
    },
    yes: () => {
      if (question === null) return;
      setQuestion(null);
      if (question.begins) actions.inspect({ workNo: question.agent.workNo, mode: 'insert', withoutCall: true });
      else actions.changeMode({ mode: 'insert', withoutCall: true });
    },
    no: () => {
      setQuestion(null);
    },
  };
}
