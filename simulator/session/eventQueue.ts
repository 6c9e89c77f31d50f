import type { AgentEvent } from '../agentEvent.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';

/** How a poll ends. */
export type PollOutcome =
  | { readonly kind: 'event'; readonly event: AgentEvent }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sessionEnded' };

interface HeldPoll {
  readonly since: number;
  answer(outcome: PollOutcome): void;
}

/** The events waiting for one agent, and their held polls (protocol.md 2.1). */
export interface EventQueue {
  hasHeldPoll(): boolean;
  push(event: AgentEvent): void;
  /** Waits for an event; `gone` means that the client has hung up, whose poll then takes no event with it. */
  poll(gone: AbortSignal): Promise<PollOutcome>;
  /** Throws away what is waiting. */
  clear(): void;
  /** Answers every held poll, the one held longest with the last event; the queue takes nothing more. */
  end(lastEvent: AgentEvent | null): void;
}

/**
 * The documents do not say what a second poll beside a held one gets. Here both are held and the one held longer
 * gets the next event, as the documented loop over the queue (100 × 100 ms) suggests.
 */
export function createEventQueue(clock: Clock, timings: Timings): EventQueue {
  const events: AgentEvent[] = [];
  let held: HeldPoll[] = [];
  let ended = false;
  let cancelTick: Cancel | null = null;

  function serve(): void {
    const oldest = held[0];
    if (oldest === undefined || cancelTick !== null) return;
    const { pollTick } = timings;
    if (pollTick === 0) {
      answerHeld();
      return;
    }
    const wait = pollTick - ((clock.now() - oldest.since) % pollTick);
    cancelTick = clock.after(wait, () => {
      cancelTick = null;
      answerHeld();
    });
  }

  function answerHeld(): void {
    for (const poll of [...held]) {
      const event = events.shift();
      if (event === undefined) return;
      poll.answer({ kind: 'event', event });
    }
  }

  function hold(gone: AbortSignal): Promise<PollOutcome> {
    return new Promise((resolve) => {
      const answer = (outcome: PollOutcome): void => {
        held = held.filter((other) => other !== poll);
        cancelHold();
        gone.removeEventListener('abort', giveUp);
        resolve(outcome);
      };
      const giveUp = (): void => {
        answer({ kind: 'nothing' });
      };
      const poll: HeldPoll = { since: clock.now(), answer };
      const cancelHold = clock.after(timings.pollHold, giveUp);
      gone.addEventListener('abort', giveUp);
      held.push(poll);
    });
  }

  return {
    hasHeldPoll: () => held.length > 0,
    push: (event) => {
      if (ended) return;
      events.push(event);
      serve();
    },
    poll: (gone) => {
      if (ended) return Promise.resolve({ kind: 'sessionEnded' });
      if (gone.aborted) return Promise.resolve({ kind: 'nothing' });
      const event = events.shift();
      return event === undefined ? hold(gone) : Promise.resolve({ kind: 'event', event });
    },
    clear: () => {
      events.length = 0;
    },
    end: (lastEvent) => {
      ended = true;
      cancelTick?.();
      cancelTick = null;
      const [first, ...rest] = held;
      first?.answer(lastEvent === null ? { kind: 'sessionEnded' } : { kind: 'event', event: lastEvent });
      for (const poll of rest) poll.answer({ kind: 'sessionEnded' });
    },
  };
}
