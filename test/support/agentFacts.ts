import type { RosterRow } from '../../contract/roster.ts';
import type { AgentFacts } from '../../main/gateway/agentDetails.ts';
import { unknownOfRow } from './rosterRow.ts';

/** A row of which nothing is known but the list. */
export function rowOf(workNo: string, more: Partial<RosterRow> = {}): RosterRow {
  return { workNo, name: `Agent ${workNo}`, group: 'Sales', state: 'idle', since: 0, ...unknownOfRow, ...more };
}

/** Details that say no more than the state. */
export function factsOf(workNo: string, more: Partial<AgentFacts> = {}): AgentFacts {
  return {
    workNo,
    state: 'idle',
    inStateFor: null,
    skills: null,
    group: '',
    groupId: null,
    signedInAt: null,
    voice: null,
    phoneEnding: null,
    ...more,
  };
}
