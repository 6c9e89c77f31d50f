import type { Connection } from '../../../contract/state.ts';
import type { Clock } from '../../ports/clock.ts';
import { connectionOf, type Trouble } from './connectionHealth.ts';

/** When the gateway was heard last, and what is in the way. */
export interface Contact {
  connection(): Connection;
  trouble(): Trouble;
  /** When it was heard last. */
  last(): number;
  /** It was heard, at `at` (now, where left out), and this is what is in the way since. */
  heard(trouble: Trouble, at?: number): void;
  /** It is not heard. */
  lost(trouble: Trouble): void;
  stop(): void;
}

/** Contact without an answer is live for `newsWithin` milliseconds. */
export function createContact(clock: Clock, newsWithin: number, onChange: () => void): Contact {
  let last = clock.now();
  let trouble: Trouble = { kind: 'none' };
  let cancelStale = watchStale();

  function watchStale(): () => void {
    return clock.after(last + newsWithin + 1 - clock.now(), onChange);
  }

  return {
    connection: () => connectionOf(trouble, last, newsWithin, clock.now()),
    trouble: () => trouble,
    last: () => last,
    heard: (now, at = clock.now()) => {
      // What was heard a while ago is no newer than what was heard since.
      last = Math.max(last, at);
      trouble = now;
      cancelStale();
      cancelStale = watchStale();
      onChange();
    },
    lost: (now) => {
      trouble = now;
    },
    stop: () => {
      cancelStale();
    },
  };
}
