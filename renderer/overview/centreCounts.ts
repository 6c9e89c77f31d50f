import { agentStates, type AgentState } from '../../contract/agentState.ts';
import type { RosterRow } from '../../contract/roster.ts';
import { isInCall } from '../../contract/agentState.ts';

export interface GroupCount {
  readonly group: string;
  readonly all: number;
  readonly inCall: number;
  readonly idle: number;
}

/** The whole centre in numbers. */
export interface CentreCounts {
  readonly all: number;
  readonly states: readonly { readonly state: AgentState; readonly count: number }[];
  /** The largest first. */
  readonly groups: readonly GroupCount[];
  readonly inCall: number;
  /** In a call for longer than `longTalk`. */
  readonly long: number;
}

/** Counts the agents by state and group; states that nobody is in are left out. Times in milliseconds. */
export function centreCounts(rows: Iterable<RosterRow>, now: number, longTalk: number): CentreCounts {
  const states = new Map<AgentState, number>();
  const groups = new Map<string, { all: number; inCall: number; idle: number }>();
  let all = 0;
  let inCall = 0;
  let long = 0;
  for (const { state, group, since } of rows) {
    all += 1;
    states.set(state, (states.get(state) ?? 0) + 1);
    const counted = groups.get(group) ?? { all: 0, inCall: 0, idle: 0 };
    groups.set(group, counted);
    counted.all += 1;
    if (state === 'idle') counted.idle += 1;
    if (!isInCall(state)) continue;
    counted.inCall += 1;
    inCall += 1;
    if (now - since >= longTalk) long += 1;
  }
  return {
    all,
    states: agentStates.flatMap((state) => {
      const count = states.get(state) ?? 0;
      return count === 0 ? [] : [{ state, count }];
    }),
    groups: [...groups].map(([group, counts]) => ({ group, ...counts })).sort((a, b) => b.all - a.all || (a.group < b.group ? -1 : 1)),
    inCall,
    long,
  };
}
