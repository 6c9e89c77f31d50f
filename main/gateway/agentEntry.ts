import type { AgentState } from '../../contract/agentState.ts';
import { isWorkNo } from '../../contract/workNo.ts';
import { voiceOf } from './agentDetails.ts';
import { rosterStateOf } from './agentState.ts';
import { plainText } from '../textFormats/plainText.ts';

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

/** Whether two entries say the same of an agent. */
export function isSameAgent(one: ListedAgent, other: ListedAgent): boolean {
  return (
    one.workNo === other.workNo &&
    one.state === other.state &&
    one.name === other.name &&
    one.group === other.group &&
    one.groupId === other.groupId &&
    one.voice === other.voice
  );
}

/** More groups than any call centre has. */
const mostGroups = 10_000;

/**
 * Reads entries, by hand, as this is the one hot reading: strings or numbers, missing fields, either edition's spelling
 * (protocol.md 3.2). Null: nobody's entry.
 */
export function createEntryReader(): (entry: unknown) => ListedAgent | null {
  // Thousands of agents share the name of a group.
  const groups = new Map<string, string>();

  function groupNamed(given: string): string {
    const known = groups.get(given);
    if (known !== undefined) return known;
    const name = plainText(given, 200);
    if (groups.size >= mostGroups) groups.clear();
    groups.set(given, name);
    return name;
  }

  return (entry) => {
    if (!isFields(entry)) return null;
    const workNo = workNoOf(entry['workno'] ?? entry['workNo']);
    if (workNo === null) return null;
    return {
      workNo,
      name: plainText(text(entry['name']) ?? '', 200),
      group: groupNamed(text(entry['groupname'] ?? entry['groupName']) ?? ''),
      groupId: integer(entry['groupid'] ?? entry['groupId']),
      state: rosterStateOf(integer(entry['status']), integer(entry['ctiStatus'] ?? entry['ctistatus'])),
      voice: voiceOf(text(entry['mediatype'] ?? entry['mediaType'])),
    };
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(entry: unknown): entry is Fields {
  return typeof entry === 'object' && entry !== null;
}

function workNoOf(given: unknown): string | null {
  const workNo = text(given)?.trim();
  return workNo !== undefined && isWorkNo(workNo) ? workNo : null;
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

function integer(value: unknown): number | null {
  const digits = text(value);
  return digits !== null && /^\s*\d{1,9}\s*$/.test(digits) ? Number(digits) : null;
}
