import { useEffect, useState } from 'react';
import type { Statistics, statisticsBy } from '../../contract/statistics.ts';
import { useActions } from '../model/EarshotContext.tsx';

export type ReadStatistics =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly statistics: Statistics };

/** What was heard in a time, summed up. What was read stays until the next came. */
export function useStatistics(by: (typeof statisticsBy)[number], from: number, to: number): ReadStatistics {
  const { readStatistics } = useActions();
  const [read, setRead] = useState<ReadStatistics>({ kind: 'loading' });
  useEffect(() => {
    let isWanted = true;
    void readStatistics({ by, from, to }).then((statistics) => {
      if (isWanted) setRead(statistics === null ? { kind: 'unreadable' } : { kind: 'read', statistics });
    });
    return () => {
      isWanted = false;
    };
  }, [by, from, to, readStatistics]);
  return read;
}
