import { mostStatisticsRows, type Statistics, type StatisticsRow } from '../../contract/statistics.ts';
import type { TrailListen } from '../audit/trailListens.ts';
import { dayName, periodAt } from '../worklist/plan.ts';

export interface SumOptions {
  readonly listens: Iterable<TrailListen>;
  readonly inspector: string;
  /** From when up to before when they began, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly by: 'agent' | 'group' | 'week';
  /** The grade of a listen's note, per cent; null: it has none. */
  gradeOf(listen: TrailListen): number | null;
  /** Empty: not known. */
  nameOf(workNo: string): string;
  groupOf(workNo: string): string;
}

interface Sum {
  listens: number;
  heard: number;
  graded: number;
  grades: number;
  readonly agents: Set<string>;
}

/** Sums up what an inspector heard: listens that were never heard are none. Pure. */
export function sumUp(options: SumOptions): Statistics {
  const all = emptySum();
  const sums = new Map<string, Sum>();
  for (const listen of options.listens) {
    if (listen.heardFor === null || listen.inspector !== options.inspector || listen.at < options.from || listen.at >= options.to) continue;
    const grade = options.gradeOf(listen);
    const key = keyOf(listen, options);
    const sum = sums.get(key) ?? emptySum();
    sums.set(key, sum);
    for (const each of [all, sum]) {
      each.listens += 1;
      each.heard += listen.heardFor;
      each.agents.add(listen.agent);
      if (grade === null) continue;
      each.graded += 1;
      each.grades += grade;
    }
  }
  const rows = [...sums].map(([key, sum]): StatisticsRow => ({
    key,
    name: options.by === 'agent' ? options.nameOf(key) : '',
    ...written(sum),
  }));
  rows.sort(options.by === 'week' ? byKey : (one, other) => other.listens - one.listens || byKey(one, other));
  // Of weeks, the last ones.
  const persisted = options.by === 'week' ? rows.slice(-mostStatisticsRows) : rows.slice(0, mostStatisticsRows);
  return { ...written(all), total: rows.length, rows: persisted };
}

function keyOf({ agent, at }: TrailListen, { by, groupOf }: SumOptions): string {
  switch (by) {
    case 'agent':
      return agent;
    case 'group':
      return groupOf(agent);
    case 'week':
      return dayName(periodAt(at, 'week').from);
  }
}

function emptySum(): Sum {
  return { listens: 0, heard: 0, graded: 0, grades: 0, agents: new Set() };
}

function written({ listens, heard, graded, grades, agents }: Sum): Omit<StatisticsRow, 'key' | 'name'> {
  return { listens, heard, agents: agents.size, graded, grade: graded === 0 ? null : Math.round((grades / graded) * 10) / 10 };
}

function byKey(one: StatisticsRow, other: StatisticsRow): number {
  return one.key === other.key ? 0 : one.key < other.key ? -1 : 1;
}
