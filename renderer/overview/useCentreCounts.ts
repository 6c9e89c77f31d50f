import { useEffect, useState } from 'react';
import { useRosterStore } from '../model/EarshotContext.tsx';
import { useClock } from '../clock/Ticking.tsx';
import { centreCounts, type CentreCounts } from './centreCounts.ts';

/** Numbers that change with every patch cannot be read, and drawing them would cost more than the rows. */
const EVERY_MS = 2_000;

/**
 * The centre in numbers, renewed every other second. `longTalk` in milliseconds; `knownUntil`: until when the rows are known to be true,
 * so that no call grows long unseen; null: they are the present.
 */
export function useCentreCounts(longTalk: number, knownUntil: number | null): CentreCounts {
  const roster = useRosterStore();
  const clock = useClock();
  const [counts, setCounts] = useState(() => centreCounts(roster.rows().values(), knownUntil ?? clock.now(), longTalk));
  useEffect(() => {
    let countedAt = 0;
    let counted = 0;
    const count = (now: number): void => {
      const rows = roster.rows();
      const first = counted === 0 && rows.size > 0;
      // An application that was started again may count from an earlier moment.
      if (!first && Math.abs(now - countedAt) < EVERY_MS) return;
      countedAt = now;
      counted = rows.size;
      setCounts(centreCounts(rows.values(), knownUntil ?? now, longTalk));
    };
    const stopTicks = clock.show(count);
    // The first rows are counted as they come: until then there is nothing to show.
    const stopRows = roster.subscribe(() => {
      if (counted === 0) count(clock.now());
    });
    return () => {
      stopTicks();
      stopRows();
    };
  }, [roster, clock, longTalk, knownUntil]);
  return counts;
}
