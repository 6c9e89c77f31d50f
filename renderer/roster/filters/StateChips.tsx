import { ToggleGroup } from 'radix-ui';
import { memo, type ReactElement } from 'react';
import { agentStates, type AgentState } from '../../../contract/agentState.ts';
import { useStateCount } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { StateIcon } from '../../ui/StateMark.tsx';
import './filter-strip.css';

interface StateChipsProps {
  /** The states that have a chip. */
  readonly states: readonly AgentState[];
  /** Whether there ever was a roster to count. */
  readonly known: boolean;
  readonly chosen: readonly AgentState[];
  readonly onChoose: (states: AgentState[]) => void;
}

const ALL = 'all';

/** A chip for each state with its count. One tab stop; arrows go along. With a patch only the counts render again. */
export const StateChips = memo(function StateChips({ states, known, chosen, onChoose }: StateChipsProps): ReactElement {
  const words = useWords();
  return (
    <ToggleGroup.Root
      type="multiple"
      className="strip__chips"
      aria-label={words.roster.filter}
      value={chosen.length === 0 ? [ALL] : [...chosen]}
      onValueChange={(values) => {
        // "All" pressed again takes the others back.
        onChoose(values.includes(ALL) && chosen.length > 0 ? [] : agentStates.filter((state) => values.includes(state)));
      }}
    >
      <ToggleGroup.Item value={ALL} className="chip">
        {words.roster.all} {known ? <Count state={null} /> : null}
      </ToggleGroup.Item>
      {states.map((state) => (
        <ToggleGroup.Item key={state} value={state} className="chip">
          <StateIcon state={state} />
          {words.states[state]} {known ? <Count state={state} /> : null}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
});

/** How many agents are in a state, of those that pass everything else; null: in any. */
function Count({ state }: { readonly state: AgentState | null }): ReactElement {
  const words = useWords();
  return <span className="chip__count">{words.number(useStateCount(state))}</span>;
}
