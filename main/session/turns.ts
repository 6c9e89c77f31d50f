import type { Log } from '../ports/log.ts';
import { faultPlace } from '../log/faults.ts';

/** What leads to a session, one at a time: a sign-in must not overlap another, nor a sign-out (protocol.md 1.1). */
export interface Turns {
  /** Runs `work` after what came before it has settled, unless it is left until then. Whatever ran before counts as left. */
  take(work: (isLeft: () => boolean) => Promise<void>): void;
  /** What is under way is wanted no more. */
  leave(): void;
  /** The next turn waits for `work`, too. */
  holdFor(work: Promise<unknown>): void;
  /** Resolves once nothing is under way at the gateway that was begun until now. */
  settled(): Promise<void>;
}

/** `onBroken`: a turn threw, which none should. */
export function createTurns(log: Log, onBroken: () => void): Turns {
  let turn: object | null = null;
  let settling: Promise<void> = Promise.resolve();

  /** The next turn waits for it, so it must never fail. */
  async function safely(work: Promise<void>, isLeft: () => boolean): Promise<void> {
    try {
      await work;
    } catch (error) {
      log.error('sign-in broke', { place: faultPlace(error) });
      // Of a turn that was left nobody waits to hear.
      if (!isLeft()) onBroken();
    }
  }

  return {
    take: (work) => {
      const here = {};
      turn = here;
      const isLeft = (): boolean => turn !== here;
      const before = settling;
      settling = safely(
        before.then(() => (isLeft() ? undefined : work(isLeft))),
        isLeft,
      );
    },
    leave: () => {
      turn = null;
    },
    holdFor: (work) => {
      settling = work.then(() => undefined);
    },
    settled: () => settling,
  };
}
