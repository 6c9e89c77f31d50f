import { setImmediate as othersTurn } from 'node:timers/promises';
import { createEntryReader, type ListedAgent } from './agentEntry.ts';
import { readAnswer, type ReadAnswer } from './answer.ts';
import { readAsUtf8 } from './answerText.ts';
import { bringUpToDate, everybodyOf, type Changes } from './listChanges.ts';
import { listStart } from './listBytes.ts';
import { atOnce, takeApart, type Entries, type Run } from './listEntries.ts';

export type { ListedAgent } from './agentEntry.ts';

/** What a list says otherwise than the one that was taken before it. */
export interface ListChanges extends Changes {
  /** Entries that are not shown: without a readable work number, or of a number that comes again later in the list. */
  readonly leftOut: number;
}

/** A list that was read and not yet taken. */
export interface ListReading extends Entries {
  readonly runs: readonly Run[];
  readonly comparedWith: Entries | null;
}

/** An answer, and the list in it; null: there is none. */
export interface ReadList {
  readonly answer: ReadAnswer;
  readonly list: ListReading | null;
}

/** Reads the lists of one session. What stands in a list as it stood in the one that was taken before is recognised and not read. */
export interface ListReader {
  /** Reads an answer's body a little at a time, others having their turn in between. */
  read(body: readonly Uint8Array[], contentType: string): Promise<ReadList>;
  /**
   * From now on this is the list before; tells what changed with it, others having their turn in between where that is much. Null: another
   * one is taken before all of it was looked at, and the list before is still the one before.
   */
  take(list: ListReading): Promise<ListChanges | null>;
  /** Everybody in the list that was taken last, who is signed out as well, by work number. It changes with the next. */
  agents(): ReadonlyMap<string, ListedAgent>;
}

/**
 * Of two entries with one number the later counts. Signed-out agents are left out without being counted. A list of all agents comes
 * every three seconds, and of a hundred entries 99 stand in it byte for byte as they did before, nearly all in the same order
 * (docs/roster.md has the figures).
 */
export function createListReader(): ListReader {
  const readEntry = createEntryReader();
  let taken: Entries = { source: null, agents: [] };
  let known = new Map<string, ListedAgent>();
  /** Whether a number comes twice in the list that was taken. */
  let doubled = false;
  /** Room for the next answer: fresh memory of some megabytes would cost more than all that is done with it. */
  let spare: Buffer = Buffer.alloc(0);

  /** Answers that are being read. */
  let underWay = 0;
  let takes = 0;

  async function inOne(body: readonly Uint8Array[]): Promise<Buffer> {
    const length = body.reduce((sum, chunk) => sum + chunk.length, 0);
    const room = length <= spare.length && 2 * length > spare.length ? spare : Buffer.allocUnsafeSlow(length + (length >> 6));
    spare = Buffer.alloc(0);
    let at = 0;
    let turnAt = muchAtOnce;
    for (const chunk of body) {
      room.set(chunk, at);
      at += chunk.length;
      if (at < turnAt) continue;
      await othersTurn();
      turnAt = at + muchAtOnce;
    }
    return room.subarray(0, length);
  }

  /** The list in one piece, as its text; its entries are read in turns anyway. */
  async function readWhole(bytes: Uint8Array, contentType: string): Promise<ReadList> {
    const answer = readAnswer(bytes, contentType);
    if (answer.kind !== 'answer' || !Array.isArray(answer.answer.result)) return { answer, list: null };
    const entries: readonly unknown[] = answer.answer.result;
    const agents: (ListedAgent | null)[] = [];
    for (const entry of entries) {
      agents.push(readEntry(entry));
      if (agents.length % atOnce === 0) await othersTurn();
    }
    return { answer, list: { source: null, agents, runs: [], comparedWith: null } };
  }

  async function readApart(bytes: Buffer, contentType: string): Promise<ReadList | null> {
    const start = readAsUtf8(bytes, contentType) ? listStart(bytes) : -1;
    if (start < 0) return null;
    const comparedWith = taken;
    const apart = await takeApart(bytes, start, { ...comparedWith, known }, readEntry);
    if (apart === null) return null;
    const { end, ...list } = apart;
    const answer = readAnswer(Buffer.concat([bytes.subarray(0, start), inItsPlace, bytes.subarray(end)]), contentType);
    // Of two lists with the name a parser takes the later.
    const isIt = answer.kind === 'answer' && JSON.stringify(answer.answer.result) === inItsPlace.toString();
    return isIt ? { answer, list: { ...list, comparedWith } } : null;
  }

  return {
    read: async (body, contentType) => {
      underWay += 1;
      try {
        const bytes = await inOne(body);
        return (await readApart(bytes, contentType)) ?? (await readWhole(bytes, contentType));
      } finally {
        underWay -= 1;
      }
    },
    take: async ({ source, agents, runs, comparedWith }) => {
      takes += 1;
      const turn = takes;
      if (agents.length > manyAgents) await othersTurn();
      if (turn !== takes) return null;
      const before = taken;
      const nobodys = count(agents, null);
      const changes = doubled || before !== comparedWith || known.size === 0 ? null : bringUpToDate(known, before.agents, agents, runs);
      const everybody = changes === null ? await everybodyOf(agents, known, () => turn === takes) : { known, changes };
      if (everybody === null) return null;
      taken = { source, agents };
      // What is being read may be compared with it.
      if (before.source !== null && underWay === 0) spare = wholeOf(before.source.bytes);
      if (changes !== null) return { ...changes, leftOut: nobodys };
      known = everybody.known;
      const doubles = agents.length - nobodys - known.size;
      doubled = doubles > 0;
      return { ...everybody.changes, leftOut: nobodys + doubles };
    },
    agents: () => known,
  };
}

/** Of so many, looking for what changed is a stretch of its own. */
const manyAgents = 10_000;

/** Bytes copied at a stretch, in which nobody else has a turn. */
const muchAtOnce = 512 * 1024;

/** Stands where the list was, and is no list that a gateway would send. */
const inItsPlace = Buffer.from('["taken apart"]');

const wholeOf = (bytes: Buffer): Buffer => Buffer.from(bytes.buffer);

function count<Item>(items: readonly Item[], one: Item): number {
  let found = 0;
  for (let place = items.indexOf(one); place >= 0; place = items.indexOf(one, place + 1)) found += 1;
  return found;
}
