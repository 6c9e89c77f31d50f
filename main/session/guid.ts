import type { GuidKeeper } from '../gateway/link.ts';

/** The one place where a session's Guid lives. */
export function createGuidKeeper(first: string | null): GuidKeeper {
  let guid = first;
  return {
    current: () => guid,
    renew: (renewed) => {
      guid = renewed;
    },
  };
}
