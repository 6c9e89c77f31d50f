import type { GatewayLink, GuidKeeper } from '../gateway/link.ts';
import { updateGuid } from '../gateway/onlineagent.ts';
import { verdictOf } from './verdict.ts';

export interface GuidDoubtParts {
  readonly link: GatewayLink;
  /** Milliseconds. */
  readonly deadline: number;
  readonly guid: GuidKeeper;
}

/**
 * An answer was lost that may have carried a renewed Guid: the old one dies in a minute or two (protocol.md 1.2). So it is asked
 * for anew, beside the poll and behind the queries that somebody waits for: a ring may wait in the gateway's queue.
 */
export interface GuidDoubt {
  raise(): void;
  /** The gateway can be reached: asks, if there is a doubt and nobody asks yet. */
  settle(): Promise<void>;
  stop(): void;
}

export function createGuidDoubt({ link, deadline, guid }: GuidDoubtParts): GuidDoubt {
  const abort = new AbortController();
  let inDoubt = false;
  let asking = false;

  async function ask(): Promise<void> {
    asking = true;
    // What is lost from now on is a doubt of its own.
    inDoubt = false;
    const sentWith = guid.current();
    const reply = await updateGuid(link, { deadline, signal: abort.signal, urgency: 'soon' });
    asking = false;
    // Refused: this gateway has no such thing, or the next poll will tell why.
    if (!reply.ok && verdictOf(reply.failure) === 'lost') inDoubt = true;
    if (reply.ok && reply.value !== null) guid.renew(reply.value, sentWith);
  }

  return {
    raise: () => {
      inDoubt = true;
    },
    settle: async () => {
      if (inDoubt && !asking) await ask();
    },
    stop: () => {
      abort.abort();
    },
  };
}
