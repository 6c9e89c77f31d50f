import { useMemo, useState } from 'react';
import type { RosterRow } from '../../contract/roster.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import type { AgentEntry } from './agentTable.ts';
import { createTextRanks } from './order.ts';

/** The rows as the table takes them; an agent that did not change keeps its row object. */
export function useAgentEntries(rows: readonly RosterRow[]): AgentEntry[] {
  const { locale } = useWords();
  const [ranks] = useState(() => ({ names: createTextRanks(locale), groups: createTextRanks(locale) }));
  return useMemo(() => {
    const names = ranks.names(rows.map((row) => row.name));
    const groups = ranks.groups(rows.map((row) => row.group));
    return rows.map((agent) => ({
      agent,
      nameRank: names.get(agent.name) ?? 0,
      groupRank: groups.get(agent.group) ?? 0,
    }));
  }, [rows, ranks]);
}
