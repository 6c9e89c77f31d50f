import type { Failure } from '../../gateway/failure.ts';
import type { Reply } from '../../gateway/link.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { backOff, type BackOffTimings } from './backOff.ts';
import type { ClockJumpWatch } from './clockJump.ts';
import type { GatewayEndpoints } from '../connection/endpoints.ts';
import type { Pause } from './pause.ts';
import { isSessionOver, noRightsAfter, verdictOf } from './failureVerdict.ts';

export interface RegainTimings extends BackOffTimings {
  /** A try is given up after this long; later ones after twice as long, for links that are slow. */
  readonly probeDeadline: number;
}

export interface RegainOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly timings: RegainTimings;
  readonly endpoints: GatewayEndpoints;
  readonly pause: Pause;
  readonly jump: ClockJumpWatch;
  /** A query that is answered at once, as a held poll would not tell for ten seconds that the link is back. */
  probe(deadline: number, signal: AbortSignal): Promise<Reply<unknown>>;
  /** Destroys the present connections: they may be dead, or lead to another address. */
  renewConnections(): void;
  /** No answer; the next try is at `nextAttempt`, or under way when null. `inARow` counts from one. */
  onLoss(failure: Failure, inARow: number, nextAttempt: number | null): void;
  /** Whether a backup gateway that does not know the session ends it: a new one can be had there, or the old one is past hope. */
  mayEndAtBackup(): boolean;
}

/**
 * `regained`: the gateway answered for the session; `there`: it answered, but with a refusal for the poll to deal with;
 * `again`: it may well be there, and the poll is the one to find out.
 */
export type Regained =
  | { readonly kind: 'regained'; readonly tries: number }
  | { readonly kind: 'there'; readonly failure: Failure }
  | { readonly kind: 'again' }
  | { readonly kind: 'over'; readonly failure: Failure }
  | { readonly kind: 'stopped' };

/** Brings a lost link back. Tries forever, each try at a random moment, in turn at every gateway there is. */
export interface Regaining {
  /** `lost`: what failed; null: nothing did, but the connections may be dead (sleep, another network), so that the first try is at once. */
  run(lost: Failure | null, failedPolls: number): Promise<Regained>;
  /** Gives the try that is out up; the next goes out at once. */
  restart(): void;
  stop(): void;
}

/** From this many tries in vain on, the other addresses get their turn. */
const moveAfter = 2;

export function createRegaining(options: RegainOptions): Regaining {
  const { clock, timings, endpoints, pause, jump } = options;
  let inFlight = new AbortController();
  let stopped = false;

  // Read through a function: it changes during an await, which control-flow narrowing does not see.
  const isStopped = (): boolean => stopped;

  async function waitFor(failure: Failure, inARow: number, failedPolls: number): Promise<void> {
    const wait = backOff(Math.max(inARow, failedPolls), timings, options.random);
    options.onLoss(failure, inARow, clock.now() + wait);
    await pause.wait(wait);
    if (isStopped()) return;
    if (jump.jumped(wait)) options.renewConnections();
    if (inARow >= moveAfter && sendsOn(failure, endpoints) && endpoints.moveOn()) options.renewConnections();
    options.onLoss(failure, inARow, null);
  }

  return {
    run: async (lost, failedPolls) => {
      let failure = lost;
      let losses = 0;
      let noRights = 0;
      for (;;) {
        if (failure !== null) {
          losses += 1;
          await waitFor(failure, losses, failedPolls);
        }
        if (isStopped()) return { kind: 'stopped' };
        if (lost !== null && losses === 1 && failedPolls === 1 && wasHeard(lost)) return { kind: 'again' };
        inFlight = new AbortController();
        const deadline = losses <= moveAfter ? timings.probeDeadline : 2 * timings.probeDeadline;
        const reply = await options.probe(deadline, inFlight.signal);
        if (isStopped()) return { kind: 'stopped' };
        if (jump.jumped(deadline)) options.renewConnections();
        if (reply.ok) {
          endpoints.settle();
          return { kind: 'regained', tries: losses };
        }
        failure = reply.failure.kind === 'aborted' ? null : reply.failure;
        if (failure === null) continue;
        noRights = noRightsAfter(failure, noRights);
        if (isSessionOver(failure, noRights) && (endpoints.isHome() || options.mayEndAtBackup())) return { kind: 'over', failure };
        if (verdictOf(failure) !== 'lost' && verdictOf(failure) !== 'over' && endpoints.isHome()) return { kind: 'there', failure };
      }
    },
    restart: () => {
      inFlight.abort();
    },
    stop: () => {
      stopped = true;
      inFlight.abort();
    },
  };
}

/** Whether another address may help. At home only a lack of any answer does; away from home the session was not found. */
function sendsOn(failure: Failure, endpoints: GatewayEndpoints): boolean {
  if (!endpoints.isHome()) return true;
  return failure.kind === 'unreachable' || failure.kind === 'connectionLost' || failure.kind === 'timeout';
}

/** True when a peer answered at all: a web page in the gateway's place, a connection that was cut. It is often about one answer only. */
function wasHeard(failure: Failure): boolean {
  switch (failure.kind) {
    case 'invalidResponse':
    case 'connectionLost':
      return true;
    case 'refused':
    case 'unreachable':
    case 'certificate':
    case 'timeout':
    case 'aborted':
      return false;
  }
}
