import type { TrailListen } from '../audit/trailListens.ts';

/** What was heard of one agent. */
export interface Count {
  /** Listens of the period that were long enough. */
  readonly done: number;
  /** Those that were heard, and were too short. */
  readonly tooShort: number;
  /** Milliseconds that were heard in the period. */
  readonly heard: number;
  /** When the newest began that was heard, in whatever period; null: none was. */
  readonly last: number | null;
}

export interface CountedBy {
  readonly inspector: string;
  /** Those at which the agents' numbers mean these agents. */
  readonly gateways: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
  /** Milliseconds from which on a listen counts. */
  readonly least: number;
}

const nothing: Count = { done: 0, tooShort: 0, heard: 0, last: null };

/** Counts an inspector's listens by agent. A listen belongs to the period in which it began; their order does not matter. */
export function countListens(listens: Iterable<TrailListen>, by: CountedBy): ReadonlyMap<string, Count> {
  const counts = new Map<string, { done: number; tooShort: number; heard: number; last: number | null }>();
  for (const { inspector, gateway, agent, at, heardFor } of listens) {
    if (heardFor === null || inspector !== by.inspector || !by.gateways.has(gateway)) continue;
    let count = counts.get(agent);
    if (count === undefined) {
      count = { ...nothing };
      counts.set(agent, count);
    }
    if (count.last === null || at > count.last) count.last = at;
    if (at < by.from || at >= by.to) continue;
    count.heard += heardFor;
    if (heardFor >= by.least) count.done += 1;
    else count.tooShort += 1;
  }
  return counts;
}

export function countOf(counts: ReadonlyMap<string, Count>, workNo: string): Count {
  return counts.get(workNo) ?? nothing;
}
