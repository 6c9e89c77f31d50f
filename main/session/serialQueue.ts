import type { Log } from '../ports/log.ts';
import { faultPlace } from '../log/faults.ts';

/** Runs sign-in, resume and sign-out one after another: none may overlap another at the gateway (protocol.md 1.1). */
export interface SerialQueue {
  /** Runs `work` after what came before it has settled, unless it is left until then. Whatever ran before counts as left. */
  take(work: (isLeft: () => boolean) => Promise<void>): void;
  /** Abandons what is running. */
  leave(): void;
  /** The next task waits for `work`, too. */
  holdFor(work: Promise<unknown>): void;
  /** Resolves once nothing is under way at the gateway that was begun until now. */
  settled(): Promise<void>;
}

/** `onBroken`: a task threw, which none should. */
export function createSerialQueue(log: Log, onBroken: () => void): SerialQueue {
  let turn: object | null = null;
  let settling: Promise<void> = Promise.resolve();

  /** The next task waits for it, so it must never fail. */
  async function safely(work: Promise<void>, isLeft: () => boolean): Promise<void> {
    try {
      await work;
    } catch (error) {
      log.error('sign-in broke', { place: faultPlace(error) });
      // Nobody waits for a task that was abandoned.
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
