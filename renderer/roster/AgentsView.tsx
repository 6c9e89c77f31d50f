import { useMemo, useState, type ReactElement } from 'react';
import type { AgentState } from '../../contract/agentState.ts';
import type { AppState, Connection } from '../../contract/state.ts';
import { useActions, useRosterRows } from '../bridge/EarshotContext.tsx';
import { listenIsActive } from '../listen/listenPhase.ts';
import { AgentGrid } from './AgentGrid.tsx';
import { EmptyFace, FailedFace, LoadingFace, NoMatchFace } from './Faces.tsx';
import { FilterStrip } from './FilterStrip.tsx';
import { FreshnessLine, stalenessOf } from './FreshnessLine.tsx';
import { generalBlock } from './listenBlock.ts';
import { searchTerms } from './search.ts';
import { stateCounts } from './stateCounts.ts';
import { useAgentEntries } from './useAgentEntries.ts';
import { useAgentTable } from './useAgentTable.ts';

interface AgentsViewProps {
  readonly state: AppState;
  readonly connection: Connection;
  /** When Earshot itself was lost; null while it can be reached. */
  readonly lostAt: number | null;
  readonly query: string;
  readonly onClearQuery: () => void;
}

/** The filter strip and the grid under it, with the faces for when there is nothing, or nothing new, to show. */
export function AgentsView({ state, connection, lostAt, query, onClearQuery }: AgentsViewProps): ReactElement {
  const actions = useActions();
  const rows = useRosterRows();
  const [chosen, setChosen] = useState<ReadonlySet<AgentState>>(new Set());
  const entries = useAgentEntries(rows);
  const filter = useMemo(() => ({ terms: searchTerms(query), states: chosen }), [query, chosen]);
  const table = useAgentTable(entries, filter);
  const counts = useMemo(() => stateCounts(rows, chosen), [rows, chosen]);
  const staleness = stalenessOf(connection, state.roster);
  const { roster, listen } = state;
  const everShown = rows.length > 0 || roster.kind === 'ready';

  function face(): ReactElement | null {
    if (table.rows.length > 0) return null;
    if (rows.length > 0) {
      return (
        <NoMatchFace
          onShowAll={() => {
            setChosen(new Set());
            onClearQuery();
          }}
        />
      );
    }
    if (roster.kind === 'failed') return <FailedFace problem={roster.problem} />;
    if (connection.kind === 'offline' || connection.kind === 'reconnecting') return <FailedFace problem={connection.problem} />;
    return roster.kind === 'ready' && roster.count === 0 ? <EmptyFace /> : <LoadingFace />;
  }

  return (
    <>
      <FilterStrip
        counts={counts}
        chosen={chosen}
        onChoose={setChosen}
        all={rows.length}
        shown={table.rows.length}
        known={everShown}
        leftOut={roster.kind === 'ready' ? roster.leftOut : 0}
        covered={state.phoneAlert.kind === 'ringing' && lostAt === null}
      />
      {staleness === null || !everShown ? null : <FreshnessLine staleness={staleness} />}
      <AgentGrid
        table={table}
        block={generalBlock(state, lostAt === null)}
        listenedWorkNo={listenIsActive(listen) ? listen.agent.workNo : null}
        knownUntil={staleness?.at ?? lostAt}
        onListen={actions.listen}
        face={face()}
      />
    </>
  );
}
