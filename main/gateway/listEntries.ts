import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ListedAgent } from './agentEntry.ts';
import { utf8Text } from './answerText.ts';
import { afterEntry, firstEntry, sameEntries, valueEnd, type ListBytes, type ListSpot } from './listBytes.ts';
import { parseLooseJson } from './looseJson.ts';

/** A list's entries by their places. */
export interface Entries {
  /** Null: it could not be taken apart, and none of it will be recognised. */
  readonly source: ListBytes | null;
  /** Null: nobody's entry. */
  readonly agents: readonly (ListedAgent | null)[];
}

/** Entries that stand together, the first of them at a byte: as they stood, from the place `former` on in the list before; -1: new ones. */
export interface Run {
  readonly place: number;
  readonly former: number;
  readonly at: number;
  readonly count: number;
}

/** What stands in no list before, and where each begins. */
interface Fresh {
  readonly at: number[];
  readonly agents: (ListedAgent | null)[];
}

/** A list that was taken apart, compared with the one before. */
export interface Apart extends Entries {
  readonly runs: readonly Run[];
  /** Where its bytes end. */
  readonly end: number;
}

/** Whom a list is compared with. */
export interface Before extends Entries {
  readonly known: ReadonlyMap<string, ListedAgent>;
}

/** Entries read at a stretch, in which nobody else has a turn: a millisecond or two, with the others that are recognised. */
export const atOnce = 100;
/** More entries than are put in their places beside everything else. */
const muchAtOnce = 10_000;
/** So far from its place an agent's former entry is looked for. */
const near = 64;
/** For so many agents a list it is looked for everywhere. */
const farAtMost = 50;

/**
 * Reads the list that begins here, at its bracket, entry by entry, others having their turn in between. What stands in it as it stood in
 * the one before is recognised by its bytes. Null: it is no UTF-8, or no list that can be taken apart.
 */
export async function takeApart(
  bytes: Buffer,
  start: number,
  before: Before,
  readEntry: (entry: unknown) => ListedAgent | null,
): Promise<Apart | null> {
  const { source, agents } = before;
  const goesOnAt = formerPlaces(before);
  const runs: { -readonly [Part in keyof Run]: Run[Part] }[] = [];
  const fresh: Fresh = { at: [], agents: [] };
  let place = 0;
  let expected = 0;
  let here: ListSpot | null = firstEntry(bytes, start);
  while (here !== null && !here.over) {
    const at: number = here.at;
    const count = source === null ? 0 : sameEntries(source, expected, bytes, at);
    if (source !== null && count > 0) {
      runs.push({ place, former: expected, at, count });
      const end: number = at + (source.starts[expected + count] ?? 0) - (source.starts[expected] ?? 0);
      place += count;
      expected += count;
      // The last entry's bytes end where its list did, without what parts it from a next one.
      here = expected === agents.length ? afterEntry(bytes, end) : { at: end, over: false };
    } else {
      const end: number = valueEnd(bytes, at);
      const entry = end < 0 ? null : parsed(bytes, at, end);
      if (entry === null) return null;
      const agent = readEntry(entry.value);
      const last = runs.at(-1);
      if (last?.former === -1) last.count += 1;
      else runs.push({ place, former: -1, at, count: 1 });
      fresh.at.push(at);
      fresh.agents.push(agent);
      place += 1;
      expected = goesOnAt(agent, expected);
      here = afterEntry(bytes, end);
      if (fresh.agents.length % atOnce === 0) await othersTurn();
    }
  }
  if (here === null) return null;
  if (place > muchAtOnce) await othersTurn();
  const entries = {
    source: { bytes, starts: startsOf(runs, source, fresh.at, place, here.at) },
    agents: agentsOf(runs, agents, fresh.agents, place),
  };
  return { ...entries, runs, end: here.at + 1 };
}

function parsed(bytes: Buffer, from: number, until: number): { readonly value: unknown } | null {
  const text = utf8Text(bytes, from, until);
  if (text === null) return null;
  try {
    return { value: parseLooseJson(text) };
  } catch {
    return null;
  }
}

function startsOf(runs: readonly Run[], before: ListBytes | null, fresh: readonly number[], count: number, end: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let nextFresh = 0;
  for (const run of runs) {
    const shift = run.at - (before?.starts[run.former] ?? 0);
    if (run.former < 0 || before === null) for (let nth = 0; nth < run.count; nth += 1) starts[run.place + nth] = fresh[nextFresh++] ?? 0;
    else for (let nth = 0; nth < run.count; nth += 1) starts[run.place + nth] = (before.starts[run.former + nth] ?? 0) + shift;
  }
  starts[count] = end;
  return starts;
}

/** Ten thousands of them, of which nearly all stand where they stood: a copy in which the others are put. */
function agentsOf(runs: readonly Run[], before: Entries['agents'], fresh: Entries['agents'], count: number): Entries['agents'] {
  if (fresh.length === count) return fresh;
  const agents = before.slice(0, count);
  let nextFresh = 0;
  for (const { place, former, count: many } of runs) {
    if (former < 0) {
      for (let nth = 0; nth < many; nth += 1) agents[place + nth] = fresh[nextFresh++] ?? null;
    } else if (former !== place) {
      for (let nth = 0; nth < many; nth += 1) agents[place + nth] = before[former + nth] ?? null;
    }
  }
  return agents;
}

/** Tells for an agent who does not stand where they were expected at which place of the list before it goes on. */
function formerPlaces({ agents, known }: Before): (agent: ListedAgent | null, expected: number) => number {
  let far = 0;
  const after = (workNo: string, from: number, until: number): number => {
    for (let place = from; place < until; place += 1) if (agents[place]?.workNo === workNo) return place + 1;
    return -1;
  };
  return (agent, expected) => {
    // Who was not there came in between.
    if (agent === null || !known.has(agent.workNo)) return expected;
    const next = after(agent.workNo, expected, Math.min(agents.length, expected + near));
    if (next >= 0 || far === farAtMost) return Math.max(next, expected);
    far += 1;
    return Math.max(after(agent.workNo, 0, agents.length), 0);
  };
}
