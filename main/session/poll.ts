import { getAgentEvent, type GatewayEvent } from '../gateway/agentevent.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink } from '../gateway/link.ts';
import type { Clock, Log } from '../host.ts';
import { faultPlace } from '../log/faults.ts';
import { isSessionOver, noRightsAfter } from './over.ts';

/** Milliseconds. The hold of ten seconds and the gaps of 200 to 500 ms are the gateway's own (ccgateway.md 2.1). */
export interface PollTimings {
  /** An answer takes this long at most; past it the poll is given up. */
  readonly deadline: number;
  readonly gapAfterEvent: number;
  readonly gapAfterNothing: number;
  readonly backOffBase: number;
  readonly backOffCap: number;
}

export const pollTimings: PollTimings = {
  deadline: 15_000,
  gapAfterEvent: 200,
  gapAfterNothing: 500,
  backOffBase: 500,
  backOffCap: 15_000,
};

export interface PollParts {
  readonly link: GatewayLink;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly timings: PollTimings;
  onEvent(event: GatewayEvent): void;
  /** An answer of the gateway came. */
  onContact(): void;
  /** The gateway answered with a refusal; the poll goes on. */
  onRefused(failure: Failure): void;
  /** No answer came; the poll goes on. `inARow` counts from one. */
  onLoss(failure: Failure, inARow: number): void;
  /** The session is over at the gateway; the poll has ended. */
  onOver(failure: Failure): void;
}

export interface Poll {
  /** Asks at once when it is only pausing. */
  hurry(): void;
  /** Asks at once, giving up a held request: for when its connection may be dead (sleep, another network). */
  restart(): void;
  stop(): void;
}

/** Polls for events until stopped or over: one request in flight, ever; never gives up on a lost link. */
export function startPoll(parts: PollParts): Poll {
  const { link, clock, random, timings, log } = parts;
  let stopped = false;
  let inFlight = new AbortController();
  let endPause: () => void = () => undefined;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(milliseconds, resolve);
      endPause = () => {
        cancel();
        resolve();
      };
    });

  async function run(): Promise<void> {
    let losses = 0;
    let refusals = 0;
    let noRights = 0;
    while (!isStopped()) {
      inFlight = new AbortController();
      const reply = await getAgentEvent(link, timings.deadline, inFlight.signal);
      if (isStopped()) return;
      if (reply.ok) {
        losses = 0;
        refusals = 0;
        noRights = 0;
        parts.onContact();
        if (reply.value !== null) parts.onEvent(reply.value);
        await pause(reply.value === null ? timings.gapAfterNothing : timings.gapAfterEvent);
        continue;
      }
      const { failure } = reply;
      // A restart gave the request up; the next one goes out at once.
      if (failure.kind === 'abandoned') continue;
      noRights = noRightsAfter(failure, noRights);
      if (isSessionOver(failure, noRights)) {
        stopped = true;
        parts.onOver(failure);
        return;
      }
      if (failure.kind === 'refused') {
        losses = 0;
        refusals += 1;
        parts.onRefused(failure);
      } else {
        losses += 1;
        parts.onLoss(failure, losses);
      }
      await pause(backOff(losses + refusals, timings, random));
    }
  }

  // Read through a function: the flag changes during an await, which control-flow narrowing does not see.
  function isStopped(): boolean {
    return stopped;
  }

  run().catch((error: unknown) => {
    log.error('event poll broke', { place: faultPlace(error) });
    parts.onOver({ kind: 'abandoned' });
  });

  return {
    hurry: () => {
      endPause();
    },
    restart: () => {
      inFlight.abort();
      endPause();
    },
    stop: () => {
      stopped = true;
      inFlight.abort();
      endPause();
    },
  };
}

/** Full jitter: anywhere between nothing and twice the last ceiling, at most the cap; the first retry is at once or nearly so. */
export function backOff(inARow: number, timings: Pick<PollTimings, 'backOffBase' | 'backOffCap'>, random: () => number): number {
  const ceiling = Math.min(timings.backOffCap, timings.backOffBase * 2 ** Math.min(inARow - 1, 20));
  return Math.round(ceiling * random());
}
