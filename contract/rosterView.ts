import { z } from 'zod';
import { agentStateSchema } from './agentState.ts';
import { workNoSchema } from './workNo.ts';

/** The columns that can be moved and hidden. Number and Listen stand at the edges, always. */
export const rosterColumns = ['name', 'group', 'skills', 'state', 'timeInState', 'phone', 'listenable', 'inspectedBy'] as const;

export type RosterColumn = (typeof rosterColumns)[number];

/** What the agents can be sorted by. */
export const sortColumns = ['workNo', ...rosterColumns] as const;

export type SortColumn = (typeof sortColumns)[number];

const column = z.enum(rosterColumns);

const minutes = z
  .number()
  .min(0)
  .max(24 * 60)
  .nullable();

/** What the agents are narrowed to; empty lists and nulls narrow nothing. */
export const rosterFilterSchema = z.strictObject({
  query: z.string().max(100),
  states: z.array(agentStateSchema).max(32),
  groups: z.array(z.string().max(200)).max(200),
  /** In the present state for at least, and at most, so many minutes. */
  leastMinutes: minutes,
  mostMinutes: minutes,
  onlyListenable: z.boolean(),
  onlyFavourites: z.boolean(),
});

export type RosterFilter = z.infer<typeof rosterFilterSchema>;

export const rosterSortSchema = z.strictObject({ column: z.enum(sortColumns), descending: z.boolean() });

export type RosterSort = z.infer<typeof rosterSortSchema>;

/** A filter and an order with a name; the first nine have a key. */
export const savedViewSchema = z.strictObject({ name: z.string().min(1).max(40), filter: rosterFilterSchema, sort: rosterSortSchema });

export type SavedView = z.infer<typeof savedViewSchema>;

export const columnLayoutSchema = z.strictObject({
  order: z.array(column).max(rosterColumns.length),
  hidden: z.array(column).max(rosterColumns.length),
  /** In CSS pixels, for those that were given a width by hand. */
  widths: z.partialRecord(z.enum(sortColumns), z.int().min(40).max(1_000)),
});

export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

/** How the inspector has arranged the roster; kept over restarts. */
export const rosterViewSchema = z.strictObject({
  columns: columnLayoutSchema,
  sort: rosterSortSchema,
  density: z.enum(['normal', 'compact']),
  filter: rosterFilterSchema,
  views: z.array(savedViewSchema).max(20),
  /** Work numbers. */
  favourites: z.array(workNoSchema).max(1_000),
  overview: z.boolean(),
  /** Whether single characters (L, F, R, / and ?) do something; who speaks to the machine may switch them off (WCAG 2.1.4). */
  singleKeys: z.boolean().default(true),
});

export type RosterView = z.infer<typeof rosterViewSchema>;

export const emptyFilter: RosterFilter = {
  query: '',
  states: [],
  groups: [],
  leastMinutes: null,
  mostMinutes: null,
  onlyListenable: false,
  onlyFavourites: false,
};

/** The arrangement of a fresh installation, and after a reset. */
export const freshColumns: ColumnLayout = { order: [...rosterColumns], hidden: ['skills', 'phone', 'inspectedBy'], widths: {} };

export const freshRosterView: RosterView = {
  columns: freshColumns,
  sort: { column: 'workNo', descending: false },
  density: 'normal',
  filter: emptyFilter,
  views: [],
  favourites: [],
  overview: false,
  singleKeys: true,
};
