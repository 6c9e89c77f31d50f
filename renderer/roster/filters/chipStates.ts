import { useMemo } from 'react';
import { agentStates, type AgentState } from '../../../contract/agentState.ts';

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

/** The states that have a chip: the usual ones, those present and those chosen. */
export function chipStates(counts: ReadonlyMap<AgentState, number>, chosen: readonly AgentState[]): readonly AgentState[] {
  return agentStates.filter((state) => always.has(state) || (counts.get(state) ?? 0) > 0 || chosen.includes(state));
}

/** The same array until another state has a chip. */
export function useChipStates(counts: ReadonlyMap<AgentState, number>, chosen: readonly AgentState[]): readonly AgentState[] {
  const text = chipStates(counts, chosen).join();
  return useMemo(() => agentStates.filter((state) => text.split(',').includes(state)), [text]);
}
