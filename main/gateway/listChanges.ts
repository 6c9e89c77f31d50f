import { setImmediate as othersTurn } from 'node:timers/promises';
import { isSameAgent, type ListedAgent } from './agentEntry.ts';
import type { Entries, Run } from './listEntries.ts';

/** What a list says otherwise than the one before it. Who is signed out is in none. */
export interface Changes {
  /** Who is new in it, or listed otherwise; each once. */
  readonly changed: readonly ListedAgent[];
  /** Work numbers of those who are not in it any more. */
  readonly gone: readonly string[];
}

const isListed = (agent: ListedAgent | undefined): boolean => agent !== undefined && agent.state !== 'signedOut';

/**
 * Brings `known`, of whom no number comes twice in the list before, to what a list says, by the entries that are not as they were. Null,
 * and nothing is changed: a number comes twice now, and which of its entries counts has to be looked at.
 */
export function bringUpToDate(
  known: Map<string, ListedAgent>,
  before: Entries['agents'],
  now: Entries['agents'],
  runs: readonly Run[],
): Changes | null {
  const stays = new Uint8Array(before.length);
  let staying = 0;
  for (const { former, count } of runs) {
    if (former < 0) continue;
    stays.fill(1, former, former + count);
    staying += count;
  }
  const leaving = new Map<string, ListedAgent>();
  let left = 0;
  for (let place = stays.indexOf(0); place >= 0; place = stays.indexOf(0, place + 1)) {
    const agent = before[place] ?? null;
    left += 1;
    if (agent !== null) leaving.set(agent.workNo, agent);
  }
  if (staying + left !== before.length) return null;
  const coming = new Map<string, ListedAgent>();
  for (const { former, place, count } of runs) {
    for (const agent of former < 0 ? now.slice(place, place + count) : []) {
      if (agent === null) continue;
      if (coming.has(agent.workNo) || (known.has(agent.workNo) && !leaving.has(agent.workNo))) return null;
      coming.set(agent.workNo, agent);
    }
  }
  for (const workNo of coming.keys()) leaving.delete(workNo);
  const changed: ListedAgent[] = [];
  const gone: string[] = [];
  for (const agent of coming.values()) {
    const former = known.get(agent.workNo);
    note(former, agent, changed, gone);
    known.set(agent.workNo, agent);
  }
  for (const agent of leaving.values()) {
    known.delete(agent.workNo);
    if (isListed(agent)) gone.push(agent.workNo);
  }
  return { changed, gone };
}

/** Agents looked at at a stretch, in which nobody else has a turn: a millisecond or two. */
const atOnce = 2_000;

/** Everybody of a list, the later of two with one number, and what that changes. */
export interface Everybody {
  readonly known: Map<string, ListedAgent>;
  readonly changes: Changes;
}

/**
 * Finds everybody of a list and what turns those of another one into them, others having their turn in between. Null: it is not asked for
 * any more, which is looked at after each turn.
 */
export async function everybodyOf(
  agents: Entries['agents'],
  before: ReadonlyMap<string, ListedAgent>,
  isAskedFor: () => boolean,
): Promise<Everybody | null> {
  const known = new Map<string, ListedAgent>();
  const changed: ListedAgent[] = [];
  const gone: string[] = [];
  const each = async <One>(all: Iterable<One>, look: (one: One) => void): Promise<boolean> => {
    let looked = 0;
    for (const one of all) {
      look(one);
      looked += 1;
      if (looked % atOnce !== 0) continue;
      await othersTurn();
      if (!isAskedFor()) return false;
    }
    return true;
  };
  const done =
    (await each(agents, (agent) => {
      if (agent !== null) known.set(agent.workNo, agent);
    })) &&
    (await each(known.values(), (agent) => {
      note(before.get(agent.workNo), agent, changed, gone);
    })) &&
    (await each(before.values(), (former) => {
      if (isListed(former) && !known.has(former.workNo)) gone.push(former.workNo);
    }));
  return done ? { known, changes: { changed, gone } } : null;
}

function note(former: ListedAgent | undefined, agent: ListedAgent, changed: ListedAgent[], gone: string[]): void {
  if (!isListed(agent)) {
    if (isListed(former)) gone.push(agent.workNo);
  } else if (former === undefined || !isSameAgent(former, agent)) {
    changed.push(agent);
  }
}
