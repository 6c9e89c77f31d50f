import { useTable, type SortingState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import {
  agentColumns,
  agentFeatures,
  filterState,
  type AgentEntry,
  type AgentFilter,
  type AgentTableRow,
  type ColumnId,
} from './agentTable.ts';
import { createMatcher } from './search.ts';

export interface AgentTable {
  readonly rows: readonly AgentTableRow[];
  sortOf(column: ColumnId): 'asc' | 'desc' | null;
  toggleSort(column: ColumnId): void;
}

/** The table over the agents: filtered, and sorted by number until a heading is chosen. */
export function useAgentTable(data: AgentEntry[], filter: AgentFilter): AgentTable {
  const [columns] = useState(() => agentColumns(createMatcher()));
  const [sorting, setSorting] = useState<SortingState>([{ id: 'workNo' satisfies ColumnId, desc: false }]);
  const columnFilters = useMemo(() => filterState(filter), [filter]);
  const table = useTable({
    features: agentFeatures,
    columns,
    data,
    getRowId: (entry) => entry.agent.workNo,
    state: { sorting, columnFilters },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
    enableMultiSort: false,
  });
  const [first] = sorting;
  return {
    rows: table.getRowModel().rows,
    sortOf: (column) => (first?.id === column ? (first.desc ? 'desc' : 'asc') : null),
    toggleSort: (column) => {
      table.getColumn(column)?.toggleSorting();
    },
  };
}
