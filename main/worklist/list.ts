import type { LeftAgent, WorkRow } from '../../contract/worklist.ts';
import { countOf, type Count } from './count.ts';
import { dayName, dueByNow, isPlanned, type Period, type Plan } from './plan.ts';
import type { SeenAgent } from './seen.ts';

/** Days without being signed in, after which an agent is not counted any more. */
export const goneAfterDays = 14;

export interface ListOptions {
  readonly plan: Plan;
  readonly period: Period;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly favourites: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, Count>;
  /** All who were ever seen, and the first day on which anybody was. */
  readonly seen: ReadonlyMap<string, SeenAgent>;
  readonly seenSince: string | null;
  isHere(workNo: string): boolean;
}

/** How far the plan is done. */
export interface WorkSums {
  /** How many agents are in the plan, and how many are gone. */
  readonly agents: number;
  readonly left: number;
  readonly agentsDone: number;
  readonly done: number;
  readonly needed: number;
  readonly dueByNow: number;
  readonly isNew: number;
}

/** The agents of the plan, in no order (who needs it most, `byNeed` tells), and those who are gone. */
export interface WorkAgents {
  readonly rows: readonly WorkRow[];
  readonly left: readonly LeftAgent[];
}

interface Takers {
  work(agent: SeenAgent, count: Count, is: { readonly here: boolean; readonly isNew: boolean }): void;
  left(agent: SeenAgent): void;
}

/** Counts without a row for anybody: it is asked for with every poll of the roster, the rows when the list is opened. */
export function workSums(options: ListOptions): WorkSums {
  const { plan } = options;
  const sums = { agents: 0, left: 0, agentsDone: 0, done: 0, isNew: 0 };
  const least = dueByNow(plan, options.period);
  each(options, {
    work: (_agent, { done }, { isNew }) => {
      sums.agents += 1;
      sums.done += Math.min(done, plan.listens);
      if (done >= plan.listens) sums.agentsDone += 1;
      if (isNew) sums.isNew += 1;
    },
    left: () => {
      sums.left += 1;
    },
  });
  return { ...sums, needed: plan.listens * sums.agents, dueByNow: least * sums.agents };
}

export function workAgents(options: ListOptions): WorkAgents {
  const rows: WorkRow[] = [];
  const left: LeftAgent[] = [];
  const least = dueByNow(options.plan, options.period);
  each(options, {
    work: ({ workNo, name, group }, count, is) => {
      rows.push({ agent: { workNo, name }, group, ...count, ...is, behind: count.done < least });
    },
    left: ({ workNo, name, group, last }) => {
      left.push({ agent: { workNo, name }, group, lastSeen: last });
    },
  });
  return { rows, left };
}

const isThere = { here: true, isNew: false };
const isAway = { here: false, isNew: false };

function each(options: ListOptions, take: Takers): void {
  const { plan, favourites, counts, seenSince } = options;
  const oldest = dayName(options.date, goneAfterDays);
  const firstDay = dayName(options.period.from);
  // On the first day every agent would be new.
  const canBeNew = seenSince !== null && seenSince < firstDay;
  for (const agent of options.seen.values()) {
    if (!isPlanned(plan, favourites, agent)) continue;
    const here = options.isHere(agent.workNo);
    if (!here && agent.last < oldest) {
      take.left(agent);
      continue;
    }
    const plain = here ? isThere : isAway;
    take.work(agent, countOf(counts, agent.workNo), canBeNew && agent.first >= firstDay ? { here, isNew: true } : plain);
  }
}

/** Fewest listens first; among these who was not heard for longest, and those who are signed in before those who are not. */
export function byNeed(one: WorkRow, other: WorkRow): number {
  if (one.done !== other.done) return one.done - other.done;
  if (one.here !== other.here) return one.here ? -1 : 1;
  const heard = (one.last ?? 0) - (other.last ?? 0);
  return heard === 0 ? Number(one.agent.workNo) - Number(other.agent.workNo) : heard;
}

/** Who was seen last first. */
export function byLastSeen(one: LeftAgent, other: LeftAgent): number {
  return one.lastSeen === other.lastSeen ? Number(one.agent.workNo) - Number(other.agent.workNo) : one.lastSeen < other.lastSeen ? 1 : -1;
}

/** One of them, each as likely as any; `random`: uniform in [0, 1). Undefined: there is none. */
export function oneOf<Item>(items: readonly Item[], random: number): Item | undefined {
  return items[Math.min(items.length - 1, Math.floor(random * items.length))];
}
