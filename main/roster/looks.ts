import type { Failure } from '../gateway/failure.ts';
import type { ListReader, ListReading } from '../gateway/agentList.ts';
import type { GatewayLink } from '../gateway/link.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { RosterSource } from './source.ts';

export interface LooksOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Milliseconds between two looks; protocol.md 7 keeps it at 2 to 3 s or more. */
  interval(): number;
  readonly source: RosterSource;
  /** Whether anybody is there to look. */
  wanted(): boolean;
  /** The session's. */
  reader(): ListReader;
  /** Settles when the list is taken in. */
  onList(list: ListReading): Promise<void>;
  onFailure(failure: Failure): void;
  /** The next poll is `pause` milliseconds away. */
  onPause(pause: number): void;
}

/** Looks at the list again and again while somebody wants it. */
export interface Looks {
  start(link: GatewayLink): void;
  stop(): void;
  /** Now, or as soon as the gateway may be asked again. */
  look(): void;
  /** Nobody looks any more: a look that waits for its place under the query limit is not sent. */
  unwanted(): void;
}

/** No look takes longer, milliseconds: what seems to was slept through, and says nothing of the gateway. */
const longestLook = 10_000;

export function createLooks(options: LooksOptions): Looks {
  const { clock, random } = options;
  let link: GatewayLink | null = null;
  let looking: AbortController | null = null;
  let cancelTimer: CancelTimer = () => undefined;
  let nextLookAt = 0;
  let seen = false;

  async function look(): Promise<void> {
    if (link === null || looking !== null || !options.wanted()) return;
    cancelTimer();
    // However often a window comes and goes, the gateway is asked no more often than agreed.
    const early = nextLookAt - clock.now();
    if (early > 0) {
      cancelTimer = clock.after(early, () => void look());
      return;
    }
    const abort = new AbortController();
    looking = abort;
    const began = clock.now();
    nextLookAt = began + options.interval();
    // Who sees nothing yet waits for it.
    const reply = await options.source.ask(link, options.reader(), { urgency: seen ? 'soon' : 'now', signal: abort.signal });
    if (abort.signal.aborted) return;
    seen ||= reply.ok;
    if (reply.ok) await options.onList(reply.value);
    else options.onFailure(reply.failure);
    // Given up while it was taken in.
    if (looking !== abort) return;
    looking = null;
    schedule(reply.ok || reply.failure.kind === 'timeout' ? Math.min(clock.now() - began, longestLook) : 0);
  }

  /** `took`: how long the gateway needed, milliseconds. */
  function schedule(took: number): void {
    // A slow gateway is asked less often; jitter keeps two hundred inspectors from asking as one.
    const pause = Math.max(options.interval(), 3 * took) * (0.95 + 0.1 * random());
    options.onPause(pause);
    // Who asks for a look, as after a lost link whose last request took long to fail, is not to wait for that.
    nextLookAt = clock.now() + Math.min(pause, options.interval());
    cancelTimer = clock.after(pause, () => void look());
  }

  function giveUp(): void {
    looking?.abort();
    looking = null;
  }

  return {
    start: (started) => {
      link = started;
      void look();
    },
    unwanted: giveUp,
    stop: () => {
      cancelTimer();
      giveUp();
      seen = false;
      link = null;
      nextLookAt = 0;
    },
    look: () => void look(),
  };
}
