import type { Random } from '../random.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A rest that is planned, counted from the beginning of the shift. */
export interface PlannedRest {
  readonly after: number;
  readonly length: number;
  /** One of the causes of restreason. */
  readonly cause: number;
}

/** Hours of every day; `start` is counted from midnight. */
export interface Hours {
  readonly start: number;
  readonly length: number;
}

/** The hours an agent works, and when they rest. */
export interface Shift extends Hours {
  readonly rests: readonly PlannedRest[];
}

/** A row of the rota. */
interface Row extends Hours {
  /** How many of a hundred agents work these hours. */
  readonly share: number;
  /** The same hours with the rests put off by more and more, so that not all go at once. */
  readonly shifts: readonly Shift[];
}

const meal = 1;
const personal = 4;
const dayRests: readonly PlannedRest[] = [
  { after: 1.75 * hour, length: 15 * minute, cause: personal },
  { after: 3.5 * hour, length: 30 * minute, cause: meal },
  { after: 6 * hour, length: 15 * minute, cause: personal },
];
const halfDayRests: readonly PlannedRest[] = [{ after: 1.5 * hour, length: 15 * minute, cause: personal }];

const rota: readonly Row[] = [
  ...rows(6.5 * hour, 8.5 * hour, dayRests, 34),
  ...rows(9 * hour, 8.5 * hour, dayRests, 30),
  ...rows(12 * hour, 8.5 * hour, dayRests, 24),
  ...rows(9 * hour, 4 * hour, halfDayRests, 4),
  ...rows(13 * hour, 4 * hour, halfDayRests, 4),
  ...rows(20.5 * hour, 10 * hour, dayRests, 4),
];

/** Not everyone of a shift comes at the same time. */
function rows(usualStart: number, length: number, rests: readonly PlannedRest[], share: number): Row[] {
  const starts = [-30, -15, 15, 30].map((minutes) => usualStart + minutes * minute);
  return starts.map((start) => ({
    start,
    length,
    share: share / starts.length,
    shifts: Array.from({ length: 13 }, (_, index) => ({
      start,
      length,
      rests: rests.map((rest) => ({ ...rest, after: rest.after + index * 5 * minute })),
    })),
  }));
}

/** How long ago the shift began last. */
export function sinceStart(shift: Hours, time: number): number {
  return (((time - shift.start) % day) + day) % day;
}

/** How long it is until the shift begins next. */
export function untilStart(shift: Hours, time: number): number {
  return day - sinceStart(shift, time);
}

export function isOnDuty(shift: Hours, time: number): boolean {
  return sinceStart(shift, time) < shift.length;
}

/** The share of all agents whose shift it is. */
export function shareOnDuty(time: number): number {
  return totalShare(rota.filter((row) => isOnDuty(row, time))) / 100;
}

/** A shift of someone who is, or is not, on duty at this time. */
export function drawShift(time: number, onDuty: boolean, random: Random): Shift {
  const fitting = rota.filter((row) => isOnDuty(row, time) === onDuty);
  let left = random.fraction() * totalShare(fitting);
  for (const { share, shifts } of fitting) {
    left -= share;
    if (left < 0) return random.pick(shifts);
  }
  throw new RangeError(`Nobody is ${onDuty ? 'on' : 'off'} duty at ${String(time)}`);
}

function totalShare(some: readonly Row[]): number {
  return some.reduce((sum, { share }) => sum + share, 0);
}
