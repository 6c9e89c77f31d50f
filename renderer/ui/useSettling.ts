import { useEffect, useState } from 'react';
import { settlesAfter } from '../../contract/settling.ts';

interface Seen {
  readonly means: string | null;
  readonly about: string;
  /** Numbers the changes that are not settled; 0: settled. */
  readonly settling: number;
}

/**
 * Whether what can be pressed here came to mean something else so short ago that a press may be meant for what it was before; its button
 * is blocked for as long. `means` null: there is nothing to press. The same place may come to be about something else, as a row that
 * shows another agent; that is no change of what a press does. `appears`: so is its first meaning a change.
 */
export function useSettling(means: string | null, { about = '', appears = false } = {}): boolean {
  const [seen, setSeen] = useState<Seen>({ means, about, settling: appears ? 1 : 0 });
  let present = seen;
  if (seen.means !== means || seen.about !== about) {
    const changed = seen.about === about && seen.means !== null && means !== null;
    present = { means, about, settling: changed ? seen.settling + 1 : 0 };
    setSeen(present);
  }
  const { settling } = present;
  useEffect(() => {
    if (settling === 0) return undefined;
    const timer = setTimeout(() => {
      setSeen((now) => ({ ...now, settling: 0 }));
    }, settlesAfter);
    return () => {
      clearTimeout(timer);
    };
  }, [settling]);
  return settling > 0;
}
