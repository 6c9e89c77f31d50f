import type { GuidKeeper } from '../gateway/link.ts';

/** The one place where a session's Guid lives; `onRenewed` hears of every change. */
export function createGuidKeeper(first: string | null, onRenewed: () => void): GuidKeeper {
  let guid = first;
  return {
    current: () => guid,
    renew: (renewed) => {
      if (renewed === guid) return;
      guid = renewed;
      onRenewed();
    },
  };
}
