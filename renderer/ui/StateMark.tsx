import type { ReactElement } from 'react';
import type { AgentState } from '../../contract/agentState.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { stateShapes } from './stateShapes.ts';
import './state-mark.css';

/** A state: its shape, its colour and its word. */
export function StateMark({ state }: { readonly state: AgentState }): ReactElement {
  const words = useWords();
  return (
    <span className="state-mark">
      <StateIcon state={state} />
      {words.states[state]}
    </span>
  );
}

/** A state's shape in its colour, where the word stands beside it. */
export function StateIcon({ state }: { readonly state: AgentState }): ReactElement {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={`state-icon state-icon--${state}`}>
      <path d={stateShapes[state]} />
    </svg>
  );
}
