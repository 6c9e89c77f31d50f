import { z } from 'zod';

/** By what listens can be summed up. */
export const statisticsBy = ['agent', 'group', 'week'] as const;

/** Rows that one answer holds. */
export const mostStatisticsRows = 500;

const sums = {
  /** Listens that were heard. */
  listens: z.int(),
  /** Milliseconds that were heard. */
  heard: z.number(),
  /** How many different agents. */
  agents: z.int(),
  /** Listens that were graded. */
  graded: z.int(),
  /** Per cent, the average of those; null: none was. */
  grade: z.number().nullable(),
} as const;

export const statisticsRowSchema = z.strictObject({
  /** A work number, the name of a group (empty: not known), or the Monday of a week, such as `2026-11-23`. */
  key: z.string().max(200),
  /** An agent's name where it is known. */
  name: z.string().max(200),
  ...sums,
});

export type StatisticsRow = z.infer<typeof statisticsRowSchema>;

/** What an inspector heard and graded. Weeks in their order; agents and groups by listens, the most first. */
export const statisticsSchema = z.strictObject({
  ...sums,
  /** How many rows there are; those after the first `mostStatisticsRows` are left out. */
  total: z.int(),
  rows: z.array(statisticsRowSchema).max(mostStatisticsRows),
});

export type Statistics = z.infer<typeof statisticsSchema>;
