import { agentStates, type AgentState } from '../../contract/agentState.ts';
import type { RosterRow } from '../../contract/roster.ts';

/** States that always have their chip, so that the strip stays still while agents come and go. */
const always: ReadonlySet<AgentState> = new Set<AgentState>([
  'talking',
  'answering',
  'occupied',
  'preoccupied',
  'idle',
  'wrapUp',
  'busy',
  'rest',
]);

export interface StateCount {
  readonly state: AgentState;
  readonly count: number;
}

/** How many agents are in each state that has a chip: the usual ones, those present and those chosen. */
export function stateCounts(rows: readonly RosterRow[], chosen: ReadonlySet<AgentState>): readonly StateCount[] {
  const counts = new Map<AgentState, number>();
  for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
  return agentStates
    .map((state) => ({ state, count: counts.get(state) ?? 0 }))
    .filter(({ state, count }) => count > 0 || always.has(state) || chosen.has(state));
}

/** The states chosen after one chip was pressed. */
export function toggled(chosen: ReadonlySet<AgentState>, state: AgentState): ReadonlySet<AgentState> {
  const next = new Set(chosen);
  if (!next.delete(state)) next.add(state);
  return next;
}
