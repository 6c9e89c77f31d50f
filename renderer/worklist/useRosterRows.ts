import { useEffect, useState } from 'react';
import type { RosterRow } from '../../contract/roster.ts';
import { useRosterStore } from '../model/EarshotContext.tsx';

/** The agents as they are now, drawn again with each change. */
export function useRosterRows(): ReadonlyMap<string, RosterRow> {
  const roster = useRosterStore();
  const [, setChanges] = useState(0);
  useEffect(
    () =>
      roster.subscribe(() => {
        setChanges((before) => before + 1);
      }),
    [roster],
  );
  return roster.rows();
}
