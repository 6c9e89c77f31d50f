import { useEffect, useState } from 'react';
import { useRosterStore } from '../bridge/EarshotContext.tsx';
import { useClock } from '../clock/Ticking.tsx';
import { centreCounts, type CentreCounts } from './centreCounts.ts';

/** Numbers that change with every patch cannot be read, and drawing them would cost more than the rows. */
const EVERY_MS = 2_000;

/** The centre in numbers, renewed every other second. `longTalk` in milliseconds. */
export function useCentreCounts(longTalk: number): CentreCounts {
  const roster = useRosterStore();
  const clock = useClock();
  const [counts, setCounts] = useState(() => centreCounts(roster.rows().values(), clock.now(), longTalk));
  useEffect(() => {
    let countedAt = 0;
    let counted: unknown = null;
    const count = (now: number): void => {
      const rows = roster.rows();
      const first = counted === null || (counted instanceof Map && counted.size === 0 && rows.size > 0);
      if (!first && now - countedAt < EVERY_MS) return;
      countedAt = now;
      counted = rows;
      setCounts(centreCounts(rows.values(), now, longTalk));
    };
    const stop = clock.show(count);
    return stop;
  }, [roster, clock, longTalk]);
  return counts;
}
