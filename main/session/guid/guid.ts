import type { GuidKeeper } from '../../gateway/link.ts';

/** How many Guids are kept beside the present one: each is one renewal whose place in the order is not known. */
const keptAtMost = 8;

/**
 * The one place where a session's Guid lives. A Guid says nothing of its age, and answers cross: one to a request that went out
 * with an older Guid may bring a newer one than is held, or one that was replaced since. It is kept beside, and is used when the
 * gateway no longer accepts the present one, so that no order of answers costs the session.
 */
export function createGuidKeeper(first: string | null): GuidKeeper {
  let guid = first;
  let beside: readonly string[] = [];
  const replaced = new Set<string>();

  return {
    current: () => guid,
    renew: (renewed, sentWith) => {
      if (renewed === guid || replaced.has(renewed)) return;
      if (sentWith === guid) {
        if (guid !== null) replaced.add(guid);
        beside = beside.filter((other) => other !== renewed);
        guid = renewed;
        return;
      }
      beside = [renewed, ...beside.filter((other) => other !== renewed)].slice(0, keptAtMost);
    },
    refused: (sentWith) => {
      const [next, ...rest] = beside;
      if (sentWith !== guid || next === undefined) return;
      replaced.add(sentWith);
      guid = next;
      beside = rest;
    },
  };
}
