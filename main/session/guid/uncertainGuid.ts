import type { GatewayLink, GuidKeeper } from '../../gateway/link.ts';
import { updateGuid } from '../../gateway/onlineagent.ts';
import type { CancelTimer, Clock } from '../../ports/clock.ts';
import { verdictOf } from '../contact/failureVerdict.ts';

export interface UncertainGuidOptions {
  readonly link: GatewayLink;
  readonly clock: Clock;
  /** Milliseconds. */
  readonly deadline: number;
  readonly guid: GuidKeeper;
}

/**
 * An answer was lost that may have carried a renewed Guid: the old one dies in a minute or two (protocol.md 1.2). So it is asked
 * for again, beside the poll and, unless the gateway renews so often that the old one may die any second, behind the queries that somebody
 * waits for: a ring may wait in the gateway's queue.
 */
export interface UncertainGuid {
  raise(): void;
  /**
   * Earshot ended a poll. The gateway does not know it at once, and may still answer it, with a Guid that nobody hears of: it is asked
   * for a moment later, where it was not for a while, or where the gateway renewed it since and may again with any answer.
   */
  pollEnded(): void;
  /** An answer is not heard. Where the gateway renews with any answer, and its old Guids die soon, that is asked about at once. */
  unheard(): void;
  /** The gateway can be reached: asks, if it is uncertain and nobody asks yet. */
  settle(): Promise<void>;
  stop(): void;
}

/** So long a gateway, or what stands before it, may take to know that nobody waits for an answer any more; an old Guid lives for longer (ms). */
const afterEnded = 1_500;

/** Who renewed the Guid of its own accord so recently may do it with the next answer (ms): the usual gateway does every few minutes. */
const renewsWithin = 60_000;

/** Between two questions while answers are not heard: the question's own may be lost, and an old Guid lives for a few seconds (ms). */
const askedAgainAfter = 2_500;

/** So many of these questions may be out at once: on a lost link none is answered. */
const askedAtOnce = 3;

/** A Guid that was renewed with an answer that never came is found within its life, a minute at least (protocol.md 1.2). Milliseconds. */
const askedEvery = 30_000;

export function createUncertainGuid({ link, clock, deadline, guid }: UncertainGuidOptions): UncertainGuid {
  const abort = new AbortController();
  let cancelLater: CancelTimer = () => undefined;
  let askedAt = -Infinity;
  /** What was seen last, or what the last question left. */
  let known = guid.current();
  let isUncertain = false;
  let asking = 0;
  /** When the gateway was last seen to have renewed the Guid of its own accord. */
  let renewedAt = -Infinity;

  async function ask(): Promise<void> {
    asking += 1;
    askedAt = clock.now();
    // What is lost from now on makes it uncertain anew.
    isUncertain = false;
    const sentWith = guid.current();
    // Who renews of its own accord lets old Guids die within seconds: behind the list of agents it could come too late.
    const urgency = clock.now() - renewedAt <= renewsWithin ? 'now' : 'soon';
    const reply = await updateGuid(link, { deadline, signal: abort.signal, urgency });
    asking -= 1;
    // Refused: this gateway has no such thing, or the next poll will tell why.
    if (!reply.ok && verdictOf(reply.failure) === 'lost') isUncertain = true;
    if (reply.ok && reply.value !== null) guid.renew(reply.value, sentWith);
    known = guid.current();
  }

  async function settle(): Promise<void> {
    look();
    if (isUncertain && asking === 0) await ask();
  }

  function look(): void {
    if (guid.current() === known) return;
    known = guid.current();
    renewedAt = clock.now();
  }

  return {
    raise: () => {
      isUncertain = true;
    },
    pollEnded: () => {
      look();
      if (renewedAt < askedAt && clock.now() - askedAt <= askedEvery) return;
      cancelLater();
      cancelLater = clock.after(afterEnded, () => {
        isUncertain = true;
        void settle();
      });
    },
    unheard: () => {
      look();
      const now = clock.now();
      if (now - renewedAt <= renewsWithin && now - askedAt >= askedAgainAfter && asking < askedAtOnce) void ask();
    },
    settle,
    stop: () => {
      cancelLater();
      abort.abort();
    },
  };
}
