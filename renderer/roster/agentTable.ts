import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type ColumnFiltersState,
  type Row,
} from '@tanstack/react-table';
import { agentStates, type AgentState } from '../../contract/agentState.ts';
import type { RosterRow } from '../../contract/roster.ts';
import { compareWorkNos } from './order.ts';
import type { Matcher } from './search.ts';

/** A roster row with the places of its name and group in the language's order. */
export interface AgentEntry {
  readonly agent: RosterRow;
  readonly nameRank: number;
  readonly groupRank: number;
}

/** The columns that a person can sort by, in their order on screen. */
export const columnIds = ['workNo', 'name', 'group', 'state', 'timeInState'] as const;

export type ColumnId = (typeof columnIds)[number];

export const agentFeatures = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

export type AgentTableRow = Row<typeof agentFeatures, AgentEntry>;

/** What the rows are narrowed to; part of the table's state under the columns that it filters. */
export interface AgentFilter {
  readonly terms: readonly string[];
  readonly states: ReadonlySet<AgentState>;
}

export function filterState({ terms, states }: AgentFilter): ColumnFiltersState {
  return [...(terms.length === 0 ? [] : [{ id: 'name', value: terms }]), ...(states.size === 0 ? [] : [{ id: 'state', value: states }])];
}

const byNumber = (a: AgentTableRow, b: AgentTableRow, columnId: string): number =>
  a.getValue<number>(columnId) - b.getValue<number>(columnId);

/** The columns' values, order and filters; how they look is the row's affair. */
export function agentColumns(matches: Matcher) {
  const helper = createColumnHelper<typeof agentFeatures, AgentEntry>();
  const stateRanks = new Map(agentStates.map((state, rank) => [state, rank]));
  return helper.columns([
    helper.accessor((entry) => entry.agent.workNo, {
      id: 'workNo' satisfies ColumnId,
      sortFn: (a, b) => compareWorkNos(a.original.agent.workNo, b.original.agent.workNo),
      sortDescFirst: false,
    }),
    helper.accessor((entry) => entry.nameRank, {
      id: 'name' satisfies ColumnId,
      sortFn: byNumber,
      sortDescFirst: false,
      filterFn: (row, _columnId, terms: readonly string[]) => matches(row.original.agent, terms),
    }),
    helper.accessor((entry) => entry.groupRank, {
      id: 'group' satisfies ColumnId,
      sortFn: byNumber,
      sortDescFirst: false,
    }),
    helper.accessor((entry) => stateRanks.get(entry.agent.state) ?? agentStates.length, {
      id: 'state' satisfies ColumnId,
      sortFn: byNumber,
      sortDescFirst: false,
      filterFn: (row, _columnId, states: ReadonlySet<AgentState>) => states.has(row.original.agent.state),
    }),
    // The later a state began, the shorter it has lasted.
    helper.accessor((entry) => -entry.agent.since, {
      id: 'timeInState' satisfies ColumnId,
      sortFn: byNumber,
      sortDescFirst: true,
    }),
  ]);
}
