import type { Failure } from '../gateway/failure.ts';
import type { ListReader, ListReading } from '../gateway/agentList.ts';
import type { GatewayLink } from '../gateway/link.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { RosterSource } from './source.ts';

export interface RosterPollerOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Milliseconds between two polls; protocol.md 7 keeps it at 2 to 3 s or more. */
  interval(): number;
  readonly source: RosterSource;
  /** Whether a subscriber is in view. */
  wanted(): boolean;
  /** The session's. */
  reader(): ListReader;
  /** Settles when the list is merged. */
  onList(list: ListReading): Promise<void>;
  onFailure(failure: Failure): void;
  /** The next poll is `pause` milliseconds away. */
  onPause(pause: number): void;
}

/** Polls the list of agents while a subscriber is in view. */
export interface RosterPoller {
  start(link: GatewayLink): void;
  stop(): void;
  /** Now, or as soon as the gateway may be asked again. */
  poll(): void;
  /** No subscriber is in view any more: a poll still waiting under the query limit is not sent. */
  unwanted(): void;
}

/** Milliseconds. A poll that seems to take longer was interrupted by sleep, and does not show that the gateway is slow. */
const longestPoll = 10_000;

export function createRosterPoller(options: RosterPollerOptions): RosterPoller {
  const { clock, random } = options;
  let link: GatewayLink | null = null;
  let polling: AbortController | null = null;
  let cancelTimer: CancelTimer = () => undefined;
  let nextPollAt = 0;
  let seen = false;

  async function poll(): Promise<void> {
    if (link === null || polling !== null || !options.wanted()) return;
    cancelTimer();
    // However often a window comes and goes, the gateway is asked no more often than agreed.
    const early = nextPollAt - clock.now();
    if (early > 0) {
      cancelTimer = clock.after(early, () => void poll());
      return;
    }
    const abort = new AbortController();
    polling = abort;
    const began = clock.now();
    nextPollAt = began + options.interval();
    // The first list is urgent: nothing is shown before it.
    const reply = await options.source.ask(link, options.reader(), { urgency: seen ? 'soon' : 'now', signal: abort.signal });
    if (abort.signal.aborted) return;
    seen ||= reply.ok;
    if (reply.ok) await options.onList(reply.value);
    else options.onFailure(reply.failure);
    // Aborted while the list was being merged.
    if (polling !== abort) return;
    polling = null;
    schedule(reply.ok || reply.failure.kind === 'timeout' ? Math.min(clock.now() - began, longestPoll) : 0);
  }

  /** `took`: milliseconds the gateway needed. */
  function schedule(took: number): void {
    // A slow gateway is polled less often; jitter keeps two hundred inspectors from polling at once.
    const pause = Math.max(options.interval(), 3 * took) * (0.95 + 0.1 * random());
    options.onPause(pause);
    // A poll asked for, as after a lost connection whose last request took long to fail, does not wait for that pause.
    nextPollAt = clock.now() + Math.min(pause, options.interval());
    cancelTimer = clock.after(pause, () => void poll());
  }

  function giveUp(): void {
    polling?.abort();
    polling = null;
  }

  return {
    start: (started) => {
      link = started;
      void poll();
    },
    unwanted: giveUp,
    stop: () => {
      cancelTimer();
      giveUp();
      seen = false;
      link = null;
      nextPollAt = 0;
    },
    poll: () => void poll(),
  };
}
