import type { LeftAgent, WorkRow } from '../../contract/worklist.ts';
import { countOf, type Count } from './count.ts';
import { dayName, dueByNow, isPlanned, type Period, type Plan } from './plan.ts';
import type { SeenAgent } from './seen.ts';

/** Days without being signed in, after which an agent is not counted any more. */
export const goneAfterDays = 14;

export interface ListParts {
  readonly plan: Plan;
  readonly period: Period;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly favourites: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, Count>;
  /** All who were ever seen, and the first day on which anybody was. */
  readonly seen: Iterable<SeenAgent>;
  readonly seenSince: string | null;
  isHere(workNo: string): boolean;
}

/** The agents of the plan, and how far it is done. */
export interface WorkAgents {
  readonly rows: readonly WorkRow[];
  readonly left: readonly LeftAgent[];
  readonly agentsDone: number;
  readonly done: number;
  readonly needed: number;
  readonly dueByNow: number;
  readonly isNew: number;
}

/** In no order: who needs it most, `byNeed` tells. */
export function workAgents(parts: ListParts): WorkAgents {
  const { plan, period, favourites, counts, seenSince } = parts;
  const oldest = dayName(parts.date, goneAfterDays);
  const firstDay = dayName(period.from);
  const least = dueByNow(plan, period);
  // Of the day on which Earshot began to look, everybody would be new.
  const canBeNew = seenSince !== null && seenSince < firstDay;
  const rows: WorkRow[] = [];
  const left: LeftAgent[] = [];
  const sums = { agentsDone: 0, done: 0, isNew: 0 };
  for (const { workNo, name, group, first, last } of parts.seen) {
    if (!isPlanned(plan, favourites, { workNo, group })) continue;
    const here = parts.isHere(workNo);
    if (!here && last < oldest) {
      left.push({ agent: { workNo, name }, group, lastSeen: last });
      continue;
    }
    const count = countOf(counts, workNo);
    const isNew = canBeNew && first >= firstDay;
    sums.done += Math.min(count.done, plan.listens);
    if (count.done >= plan.listens) sums.agentsDone += 1;
    if (isNew) sums.isNew += 1;
    rows.push({ agent: { workNo, name }, group, ...count, here, isNew, behind: count.done < least });
  }
  return { rows, left, ...sums, needed: plan.listens * rows.length, dueByNow: least * rows.length };
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
