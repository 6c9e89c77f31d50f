import type { ReactElement } from 'react';
import type { AgentState } from '../../contract/agentState.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { StateIcon } from '../ui/StateMark.tsx';
import { toggled, type StateCount } from './stateCounts.ts';
import './filter-strip.css';

interface FilterStripProps {
  readonly counts: readonly StateCount[];
  readonly chosen: ReadonlySet<AgentState>;
  readonly onChoose: (states: ReadonlySet<AgentState>) => void;
  readonly all: number;
  readonly shown: number;
  /** Whether there ever was a roster to count. */
  readonly known: boolean;
  readonly leftOut: number;
  /** The ring banner lies over it. */
  readonly covered: boolean;
}

/** A chip for each state with its count, and how many agents are shown. */
export function FilterStrip({ counts, chosen, onChoose, all, shown, known, leftOut, covered }: FilterStripProps): ReactElement {
  const words = useWords();
  return (
    <div className="strip" inert={covered}>
      <div className="strip__chips" role="group" aria-label={words.roster.filter}>
        <button
          type="button"
          className="chip"
          aria-pressed={chosen.size === 0}
          onClick={() => {
            onChoose(new Set());
          }}
        >
          {words.roster.all} {known ? <span className="chip__count">{words.number(all)}</span> : null}
        </button>
        {counts.map(({ state, count }) => (
          <button
            key={state}
            type="button"
            className="chip"
            aria-pressed={chosen.has(state)}
            onClick={() => {
              onChoose(toggled(chosen, state));
            }}
          >
            <StateIcon state={state} />
            {words.states[state]} {known ? <span className="chip__count">{words.number(count)}</span> : null}
          </button>
        ))}
      </div>
      <p className="strip__count">
        {leftOut > 0 ? <span className="strip__left-out">{words.roster.leftOut(leftOut)}</span> : null}
        {shown === all ? null : words.roster.countOf(shown, all)}
      </p>
    </div>
  );
}
