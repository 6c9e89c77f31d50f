import { getAgentEvent, type GatewayEvent } from '../../gateway/agentevent.ts';
import type { Failure } from '../../gateway/failure.ts';
import type { GatewayLink, Reply } from '../../gateway/link.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ClockJumpWatch } from '../contact/clockJump.ts';
import { lookAfterPoll } from './heldPoll.ts';
import type { HoldWatch } from './holdWatch.ts';
import type { PollTimings } from './pollTimings.ts';
import { isCutOff } from './proxyCuts.ts';

export interface OnePollOptions {
  readonly link: GatewayLink;
  readonly clock: Clock;
  readonly timings: PollTimings;
  readonly hold: HoldWatch;
  readonly jump: ClockJumpWatch;
  /** When the gateway last answered something other than a poll; -Infinity: never. */
  heardAt(): number;
  /** A query that is answered at once. */
  probe(deadline: number, signal: AbortSignal): Promise<Reply<unknown>>;
  /** The gateway only holds the poll: it answered something else meanwhile, at that time. `atOnce`: as that was asked for. */
  onHeld(at: number, atOnce: boolean): void;
}

/** What came of one poll; `jumped`: the computer's clock jumped meanwhile. */
export type PollOutcome =
  | { readonly kind: 'answered'; readonly event: GatewayEvent | null; readonly took: number; readonly jumped: boolean }
  /** Ended by Earshot itself before something on the way cuts it off; the gateway is there. */
  | { readonly kind: 'endedInTime' }
  /** `alone`: as far as is known the poll failed alone, and the gateway answers all else. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly alone: boolean; readonly jumped: boolean };

/** Sends a poll, and asks something else beside it where it would not tell for long whether the link is there. */
export interface OnePoll {
  /** `atOnce`: something else is asked with it at once. One at a time. Never rejects. */
  run(atOnce: boolean): Promise<PollOutcome>;
  /** Gives up the one that is out. */
  giveUp(): void;
}

export function createOnePoll(options: OnePollOptions): OnePoll {
  const { link, clock, timings, hold, jump } = options;
  let inFlight = new AbortController();

  function giveUp(): void {
    inFlight.abort();
  }

  return {
    giveUp,
    run: async (atOnce) => {
      inFlight = new AbortController();
      const began = clock.now();
      const { signal } = inFlight;
      const deadline = hold.deadline();
      const endsItself = hold.isCut();
      const held = lookAfterPoll({
        clock,
        atOnce,
        heardAt: options.heardAt,
        // A poll that is ended before its answer says nothing of the link: something else must.
        askAfter: endsItself ? deadline / 2 : Math.max(timings.deadline - timings.probeDeadline, timings.deadline / 2),
        ask: () => options.probe(timings.probeDeadline, signal),
        onAnswer: (at) => {
          options.onHeld(at, atOnce);
        },
        onSilence: giveUp,
      });
      const reply = await getAgentEvent(link, deadline, signal);
      const beside = held.end();
      const jumped = jump.jumped(deadline);
      const took = clock.now() - began;
      if (reply.ok) return { kind: 'answered', event: reply.value, took, jumped };
      const failure = beside.kind === 'silent' ? beside.failure : reply.failure;
      const alone = beside.kind === 'answered';
      if (endsItself && failure.kind === 'timeout' && alone && !jumped) return { kind: 'endedInTime' };
      if (alone && isCutOff(failure)) hold.cutAfter(took);
      return { kind: 'failed', failure, alone, jumped };
    },
  };
}
