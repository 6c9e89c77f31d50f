import { ToggleGroup } from 'radix-ui';
import type { ReactElement } from 'react';
import { agentStates, type AgentState } from '../../../contract/agentState.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { StateIcon } from '../../ui/StateMark.tsx';
import { chipStates } from './chipStates.ts';
import './filter-strip.css';

interface StateChipsProps {
  /** How many agents are in each state, of those that pass everything else; null: there never was a roster to count. */
  readonly counts: ReadonlyMap<AgentState, number> | null;
  readonly chosen: readonly AgentState[];
  readonly onChoose: (states: AgentState[]) => void;
}

const ALL = 'all';

/** A chip for each state with its count. One tab stop; arrows go along. */
export function StateChips({ counts, chosen, onChoose }: StateChipsProps): ReactElement {
  const words = useWords();
  const all = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return (
    <ToggleGroup.Root
      type="multiple"
      className="strip__chips"
      aria-label={words.roster.filter}
      value={chosen.length === 0 ? [ALL] : [...chosen]}
      onValueChange={(values) => {
        const states = agentStates.filter((state) => values.includes(state));
        // "All" pressed anew takes the others back.
        onChoose(values.includes(ALL) && chosen.length > 0 ? [] : states);
      }}
    >
      <ToggleGroup.Item value={ALL} className="chip">
        {words.roster.all} {counts === null ? null : <span className="chip__count">{words.number(all)}</span>}
      </ToggleGroup.Item>
      {chipStates(counts ?? new Map(), chosen).map((state) => (
        <ToggleGroup.Item key={state} value={state} className="chip">
          <StateIcon state={state} />
          {words.states[state]} {counts === null ? null : <span className="chip__count">{words.number(counts.get(state) ?? 0)}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
