import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink } from '../gateway/link.ts';
import type { CancelTimer, Clock } from '../host.ts';
import type { RosterSource } from './source.ts';

export interface LooksParts {
  readonly clock: Clock;
  readonly random: () => number;
  /** Milliseconds between two looks; ccgateway.md 7 keeps it at 2 to 3 s or more. */
  interval(): number;
  readonly source: RosterSource;
  /** Whether anybody is there to look. */
  wanted(): boolean;
  onList(entries: readonly unknown[]): void;
  onFailure(failure: Failure): void;
}

/** Looks at the list again and again while somebody wants it. */
export interface Looks {
  start(link: GatewayLink): void;
  stop(): void;
  /** Now, or as soon as the gateway may be asked again. */
  look(): void;
  /** Milliseconds until the look after the last one. */
  pause(): number;
}

/** No look takes longer, milliseconds: what seems to was slept through, and says nothing of the gateway. */
const longestLook = 10_000;

export function createLooks(parts: LooksParts): Looks {
  const { clock, random } = parts;
  let link: GatewayLink | null = null;
  let looking: AbortController | null = null;
  let cancelTimer: CancelTimer = () => undefined;
  let nextLookAt = 0;
  let lastPause = 0;

  async function look(): Promise<void> {
    if (link === null || looking !== null || !parts.wanted()) return;
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
    const reply = await parts.source.ask(link, abort.signal);
    if (abort.signal.aborted) return;
    looking = null;
    if (reply.ok) parts.onList(reply.value);
    else parts.onFailure(reply.failure);
    schedule(reply.ok || reply.failure.kind === 'timeout' ? Math.min(clock.now() - began, longestLook) : 0);
  }

  /** `took`: how long the gateway needed, milliseconds. */
  function schedule(took: number): void {
    // A slow gateway is asked less often; jitter keeps two hundred inspectors from asking as one (anchors.md D5).
    lastPause = Math.max(parts.interval(), 3 * took) * (0.95 + 0.1 * random());
    // Who asks for a look, as after a lost link whose last request took long to fail, is not to wait for that.
    nextLookAt = clock.now() + Math.min(lastPause, parts.interval());
    cancelTimer = clock.after(lastPause, () => void look());
  }

  return {
    start: (started) => {
      link = started;
      void look();
    },
    stop: () => {
      cancelTimer();
      looking?.abort();
      looking = null;
      link = null;
      nextLookAt = 0;
    },
    look: () => void look(),
    pause: () => lastPause,
  };
}
