import type { AgentState } from '../../contract/agentState.ts';
import { isWorkNo } from '../../contract/workNo.ts';
import { voiceOf } from './agentDetails.ts';
import { rosterStateOf } from './agentState.ts';
import { plainText } from '../text/plainText.ts';

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
  readonly workNo: string;
  raw: Raw;
  agent: ListedAgent;
  /** In which reading it came last, and at which place. */
  reading: number;
  place: number;
}

/**
 * Strings or numbers, missing fields, either edition's spelling (protocol.md 3.2). Of two entries with one number the later
 * counts. Signed-out agents are left out without being counted. By hand, as this is the one hot reading, of 10,000 entries every
 * 3 s, of which 99 in 100 came before word for word, nearly all in the order of the list before: for these nothing is looked up,
 * cleaned or made anew (docs/roster.md has the figures).
 */
export function createListReader(): ListReader {
  const remembered = new Map<string, Remembered>();
  /** The list before; null where a number came again later in it. */
  let last: readonly (Remembered | null)[] = [];
  let reading = 0;

  /** `expected`: who would come here if the list were as before. Null: nobody's entry. */
  function read(entry: unknown, expected: Remembered | null): Remembered | null {
    if (!isFields(entry)) return null;
    const given = entry['workno'] ?? entry['workNo'];
    const known = expected?.workNo === given ? expected : find(given);
    if (known !== null && isSame(known.raw, entry)) return known;
    const workNo = known?.workNo ?? workNoOf(given);
    if (workNo === null) return null;
    const raw = rawOf(entry);
    const agent = readAgent(workNo, raw);
    if (known !== null) return Object.assign(known, { raw, agent });
    const fresh = { workNo, raw, agent, reading: 0, place: 0 };
    remembered.set(workNo, fresh);
    return fresh;
  }

  function find(given: unknown): Remembered | null {
    const workNo = typeof given === 'string' && remembered.has(given) ? given : workNoOf(given);
    return workNo === null ? null : (remembered.get(workNo) ?? null);
  }

  /** Numbers that are gone for good must not fill the memory. */
  function forget(entries: number): void {
    if (remembered.size <= 2 * entries + 1_000) return;
    for (const [workNo, known] of remembered) if (known.reading !== reading) remembered.delete(workNo);
  }

  return (entries) => {
    const order: (Remembered | null)[] = [];
    let leftOut = 0;
    let next = 0;
    reading += 1;
    for (const entry of entries) {
      const known = read(entry, last[next] ?? null);
      if (known === null) {
        leftOut += 1;
        continue;
      }
      if (known.reading === reading) {
        order[known.place] = null;
        leftOut += 1;
      } else if (known.reading === reading - 1) {
        next = known.place + 1;
      }
      known.reading = reading;
      known.place = order.length;
      order.push(known);
    }
    last = order;
    forget(entries.length);
    const agents: ListedAgent[] = [];
    for (const known of order) if (known !== null && known.agent.state !== 'signedOut') agents.push(known.agent);
    return { agents, leftOut };
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(entry: unknown): entry is Fields {
  return typeof entry === 'object' && entry !== null;
}

const ctiStatusIn = (entry: Fields): unknown => entry['ctiStatus'] ?? entry['ctistatus'];
const groupIn = (entry: Fields): unknown => entry['groupname'] ?? entry['groupName'];
const groupIdIn = (entry: Fields): unknown => entry['groupid'] ?? entry['groupId'];
const mediaTypeIn = (entry: Fields): unknown => entry['mediatype'] ?? entry['mediaType'];

function rawOf(entry: Fields): Raw {
  return {
    name: entry['name'],
    status: entry['status'],
    ctiStatus: ctiStatusIn(entry),
    group: groupIn(entry),
    groupId: groupIdIn(entry),
    mediaType: mediaTypeIn(entry),
  };
}

function isSame(raw: Raw, entry: Fields): boolean {
  return (
    raw.status === entry['status'] &&
    raw.ctiStatus === ctiStatusIn(entry) &&
    raw.name === entry['name'] &&
    raw.group === groupIn(entry) &&
    raw.groupId === groupIdIn(entry) &&
    raw.mediaType === mediaTypeIn(entry)
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
