import { useEffect, useState } from 'react';
import type { Staleness } from './staleness.ts';

/** Milliseconds within which newer rows mostly come. */
const SOON_MS = 500;

/** Leaves out that newer rows are coming until it takes a while, so that nothing flickers whenever one comes back to the agents. */
export function useLasting(staleness: Staleness | null): Staleness | null {
  const coming = staleness?.why.kind === 'coming';
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!coming) return undefined;
    const timer = setTimeout(() => {
      setLate(true);
    }, SOON_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [coming]);
  return coming && !late ? null : staleness;
}
