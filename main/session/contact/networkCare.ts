import type { Session } from '../../../contract/state.ts';
import type { CancelTimer } from '../../ports/clock.ts';

/** Watches the computer's way to the network as closely as the session needs it, and not at all without one. */
export interface NetworkCare {
  /** Call with each new state. */
  follow(session: Session): void;
}

/** Milliseconds. While the connection is lost, a change is acted on within a second. */
const wayBackWithin = 1_000;

/** While all is well a change only tells sooner what the poll would find out within fifteen seconds: a fifth of the checks will do. */
const changeWithin = 5_000;

/** `watch` calls back within `soon` milliseconds of a change, until cancelled. */
export function createNetworkCare(watch: (soon: number, listener: () => void) => CancelTimer, changed: () => void): NetworkCare {
  let soon: number | null = null;
  let stop: CancelTimer | null = null;
  return {
    follow: (session) => {
      const wanted = neededWithin(session);
      if (wanted === soon) return;
      soon = wanted;
      stop?.();
      stop = soon === null ? null : watch(soon, changed);
    },
  };
}

function neededWithin(session: Session): number | null {
  switch (session.kind) {
    case 'resuming':
      return wayBackWithin;
    case 'signedIn':
      return session.connection.kind === 'live' ? changeWithin : wayBackWithin;
    case 'signedOut':
    case 'signingIn':
    case 'certificate':
    case 'takeOver':
    case 'signingOut':
      return null;
  }
}
