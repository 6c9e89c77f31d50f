import type { Settings } from '../../contract/settings.ts';
import type { WorkPeriod } from '../../contract/worklist.ts';

/** What is to be heard: so many listens of at least so many minutes, of each of these agents, in a week or month. */
export interface Plan {
  readonly listens: number;
  readonly minutes: number;
  readonly every: Settings['planEvery'];
  readonly groups: readonly string[];
  readonly favourites: boolean;
}

type PlanSettings = Pick<Settings, 'planListens' | 'planMinutes' | 'planEvery' | 'planGroups' | 'planFavourites'>;

/** Null: there is no plan. */
export function planOf({ planListens, planMinutes, planEvery, planGroups, planFavourites }: PlanSettings): Plan | null {
  if (planListens === 0) return null;
  return { listens: planListens, minutes: planMinutes, every: planEvery, groups: planGroups, favourites: planFavourites };
}

/** Whether an agent is to be heard: of one of the groups, or a favourite; of a plan that names neither, everybody. */
export function isPlanned(plan: Plan, favourites: ReadonlySet<string>, { workNo, group }: { workNo: string; group: string }): boolean {
  if (plan.groups.length === 0 && !plan.favourites) return true;
  return plan.groups.includes(group) || (plan.favourites && favourites.has(workNo));
}

/** A week or month as the calendar of this computer has it. */
export interface Period extends WorkPeriod {
  /** How many days it has. */
  readonly days: number;
  /** How many of them are over. */
  readonly over: number;
}

const dayLength = 24 * 60 * 60 * 1_000;

/**
 * The week (from Monday, ISO 8601) or month that a date (milliseconds since 1970) is in, in local time: days of 23 and 25 hours are days.
 */
export function periodAt(date: number, every: Plan['every']): Period {
  const at = new Date(date);
  const year = at.getFullYear();
  const month = at.getMonth();
  const day = at.getDate();
  const over = every === 'month' ? day - 1 : (at.getDay() + 6) % 7;
  const first = day - over;
  const from = new Date(year, month, first);
  const to = every === 'month' ? new Date(year, month + 1, 1) : new Date(year, month, first + 7);
  const days = every === 'month' ? Math.round((calendarDay(to) - calendarDay(from)) / dayLength) : 7;
  return { from: from.getTime(), to: to.getTime(), days, over };
}

/** The day's name in UTC: a number that grows by the same with each day, whatever the clocks do. */
function calendarDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/** How many listens of one agent should be done by now: those that the days which are over ask for. */
export function dueByNow({ listens }: Plan, { days, over }: Period): number {
  return Math.floor((listens * over) / days);
}

/** A local day, such as `2026-11-29`; `back`: so many days before. */
export function dayName(date: number, back = 0): string {
  const at = new Date(date);
  const day = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() - back));
  return day.toISOString().slice(0, 10);
}
