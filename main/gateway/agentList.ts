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

/** Reads a roster answer's entries and remembers them: an entry that came before is not read anew. */
export type ListReader = (entries: readonly unknown[]) => AgentList;

/** What is read of an entry, as it came. */
interface Raw {
  readonly name: unknown;
  readonly status: unknown;
  readonly ctiStatus: unknown;
  readonly group: unknown;
  readonly groupId: unknown;
  readonly mediaType: unknown;
}

interface Remembered {
  raw: Raw;
  agent: ListedAgent;
  /** In which reading it came last, and at which place. */
  reading: number;
  place: number;
}

/**
 * Strings or numbers, missing fields, either edition's spelling (ccgateway.md 3.2). Of two entries with one number the later
 * counts. Signed-out agents are left out without being counted. By hand, as this is the one hot reading, of 10,000 entries every
 * 3 s, of which 99 in 100 came before word for word and need no cleaning again (docs/roster.md has the figures).
 */
export function createListReader(): ListReader {
  const remembered = new Map<string, Remembered>();
  let reading = 0;

  function read(workNo: string, raw: Raw): Remembered {
    const known = remembered.get(workNo);
    if (known !== undefined && isSame(known.raw, raw)) return known;
    const fresh = { raw, agent: readAgent(workNo, raw), reading: known?.reading ?? 0, place: known?.place ?? 0 };
    remembered.set(workNo, fresh);
    return fresh;
  }

  /** Numbers that are gone for good must not fill the memory. */
  function forget(entries: number): void {
    if (remembered.size <= 2 * entries + 1_000) return;
    for (const [workNo, known] of remembered) if (known.reading !== reading) remembered.delete(workNo);
  }

  return (entries) => {
    const agents: (ListedAgent | null)[] = [];
    let leftOut = 0;
    reading += 1;
    for (const entry of entries) {
      const given = isFields(entry) ? (entry['workno'] ?? entry['workNo']) : null;
      const workNo = typeof given === 'string' && remembered.has(given) ? given : workNoOf(given);
      if (workNo === null || !isFields(entry)) {
        leftOut += 1;
        continue;
      }
      const known = read(workNo, rawOf(entry));
      if (known.reading === reading) {
        agents[known.place] = null;
        leftOut += 1;
      }
      known.reading = reading;
      known.place = agents.length;
      agents.push(known.agent.state === 'signedOut' ? null : known.agent);
    }
    forget(entries.length);
    return { agents: agents.filter((agent) => agent !== null), leftOut };
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(entry: unknown): entry is Fields {
  return typeof entry === 'object' && entry !== null;
}

function rawOf(entry: Fields): Raw {
  return {
    name: entry['name'],
    status: entry['status'],
    ctiStatus: entry['ctiStatus'] ?? entry['ctistatus'],
    group: entry['groupname'] ?? entry['groupName'],
    groupId: entry['groupid'] ?? entry['groupId'],
    mediaType: entry['mediatype'] ?? entry['mediaType'],
  };
}

function isSame(one: Raw, other: Raw): boolean {
  return (
    one.status === other.status &&
    one.ctiStatus === other.ctiStatus &&
    one.name === other.name &&
    one.group === other.group &&
    one.groupId === other.groupId &&
    one.mediaType === other.mediaType
  );
}

function readAgent(workNo: string, raw: Raw): ListedAgent {
  return {
    workNo,
    name: plainText(text(raw.name) ?? '', 200),
    group: plainText(text(raw.group) ?? '', 200),
    groupId: integer(raw.groupId),
    state: rosterStateOf(integer(raw.status), integer(raw.ctiStatus)),
    voice: voiceOf(text(raw.mediaType)),
  };
}

function workNoOf(given: unknown): string | null {
  const workNo = text(given)?.trim();
  return workNo !== undefined && /^\d{1,6}$/.test(workNo) ? workNo : null;
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

function integer(value: unknown): number | null {
  const digits = text(value);
  return digits !== null && /^\s*\d{1,9}\s*$/.test(digits) ? Number(digits) : null;
}
