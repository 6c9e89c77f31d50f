import type { AgentState } from '../../contract/agentState.ts';
import { voiceOf } from './agentDetails.ts';
import { rosterStateOf } from './agentState.ts';
import { plainText } from './plainText.ts';

/** An agent as the roster queries give it, cleaned. */
export interface ListedAgent {
  readonly workNo: string;
  readonly name: string;
  /** Empty: not given. */
  readonly group: string;
  readonly groupId: number | null;
  readonly state: AgentState;
  /** Signed in for voice calls; null: not given. */
  readonly voice: boolean | null;
}

export interface AgentList {
  readonly agents: readonly ListedAgent[];
  /** Entries that are not shown: without a readable work number, or of a number that comes again later in the list. */
  readonly leftOut: number;
}

/**
 * Reads a roster answer's entries: either edition's spellings, strings or numbers, missing fields (ccgateway.md 3.2).
 * Of two entries with one number the later counts; a group without a name gets it from `groupNames`. Signed-out agents are left
 * out without being counted. Field by field by hand, as this is the one hot reading: 10,000 entries every 3 s.
 */
export function readAgents(entries: readonly unknown[], groupNames: ReadonlyMap<number, string>): AgentList {
  const agents = new Map<string, ListedAgent>();
  let leftOut = 0;
  for (const entry of entries) {
    const workNo = (field(entry, 'workno') ?? field(entry, 'workNo'))?.trim() ?? null;
    if (workNo === null || !/^\d{1,6}$/.test(workNo)) {
      leftOut += 1;
      continue;
    }
    if (agents.delete(workNo)) leftOut += 1;
    const state = rosterStateOf(integer(field(entry, 'status')), integer(field(entry, 'ctiStatus') ?? field(entry, 'ctistatus')));
    if (state === 'signedOut') continue;
    const groupId = integer(field(entry, 'groupid') ?? field(entry, 'groupId'));
    const group = plainText(field(entry, 'groupname') ?? field(entry, 'groupName') ?? '', 200);
    agents.set(workNo, {
      workNo,
      name: plainText(field(entry, 'name') ?? '', 200),
      group: group === '' && groupId !== null ? (groupNames.get(groupId) ?? '') : group,
      groupId,
      state,
      voice: voiceOf(field(entry, 'mediatype') ?? field(entry, 'mediaType')),
    });
  }
  return { agents: [...agents.values()], leftOut };
}

function field(entry: unknown, name: string): string | null {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, name)) return null;
  const value: unknown = (entry as Record<string, unknown>)[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

function integer(text: string | null): number | null {
  return text !== null && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
