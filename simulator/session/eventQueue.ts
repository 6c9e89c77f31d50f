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

/**
 * The events waiting for one agent, and their held polls (protocol.md 2.1).
 * The documents do not say what a second poll beside a held one gets. Here both are held and the one held longer
 * gets the next event, as the documented loop over the queue (100 × 100 ms) suggests.
 */
export class EventQueue {
  readonly #clock: Clock;
  readonly #timings: Timings;
  readonly #events: AgentEvent[] = [];
  #held: HeldPoll[] = [];
  #ended = false;
  #tick: Cancel | undefined;

  constructor(clock: Clock, timings: Timings) {
    this.#clock = clock;
    this.#timings = timings;
  }

  get hasHeldPoll(): boolean {
    return this.#held.length > 0;
  }

  push(event: AgentEvent): void {
    if (this.#ended) return;
    this.#events.push(event);
    this.#serve();
  }

  /** Waits for an event; `gone` means that the client has hung up, whose poll then takes no event with it. */
  poll(gone: AbortSignal): Promise<PollOutcome> {
    if (this.#ended) return Promise.resolve({ kind: 'sessionEnded' });
    if (gone.aborted) return Promise.resolve({ kind: 'nothing' });
    const event = this.#events.shift();
    if (event !== undefined) return Promise.resolve({ kind: 'event', event });
    return new Promise((resolve) => {
      const answer = (outcome: PollOutcome): void => {
        this.#held = this.#held.filter((other) => other !== poll);
        cancelHold();
        gone.removeEventListener('abort', giveUp);
        resolve(outcome);
      };
      const giveUp = (): void => {
        answer({ kind: 'nothing' });
      };
      const poll: HeldPoll = { since: this.#clock.now(), answer };
      const cancelHold = this.#clock.after(this.#timings.pollHold, giveUp);
      gone.addEventListener('abort', giveUp);
      this.#held.push(poll);
    });
  }

  /** Throws away what is waiting. */
  clear(): void {
    this.#events.length = 0;
  }

  /** Answers every held poll; the queue takes nothing more. */
  end(lastEvent: AgentEvent | undefined): void {
    this.#ended = true;
    this.#tick?.();
    this.#tick = undefined;
    const [first, ...rest] = this.#held;
    first?.answer(lastEvent === undefined ? { kind: 'sessionEnded' } : { kind: 'event', event: lastEvent });
    for (const poll of rest) poll.answer({ kind: 'sessionEnded' });
  }

  #serve(): void {
    const oldest = this.#held[0];
    if (oldest === undefined || this.#tick !== undefined) return;
    const { pollTick } = this.#timings;
    if (pollTick === 0) {
      this.#answerHeld();
      return;
    }
    const wait = pollTick - ((this.#clock.now() - oldest.since) % pollTick);
    this.#tick = this.#clock.after(wait, () => {
      this.#tick = undefined;
      this.#answerHeld();
    });
  }

  #answerHeld(): void {
    for (const poll of [...this.#held]) {
      const event = this.#events.shift();
      if (event === undefined) return;
      poll.answer({ kind: 'event', event });
    }
  }
}
