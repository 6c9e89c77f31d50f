import type { HoldTimings } from './holdWatch.ts';
import type { PaceTimings } from './pollPace.ts';
import type { RegainTimings } from '../contact/regainContact.ts';

/** Milliseconds. The hold of ten seconds and the gaps of 200 to 500 ms are the gateway's own (protocol.md 2.1). */
export type PollTimings = HoldTimings & RegainTimings & PaceTimings;

export const pollTimings: PollTimings = {
  deadline: 15_000,
  holdMargin: 5_000,
  shortHold: 1_000,
  shortestCut: 3_000,
  gapAfterEvent: 200,
  gapAfterNothing: 500,
  // A flood of events must not hold a ring up: it is drained without a gap, unless it never ends.
  atOnce: 3_000,
  backOffBase: 250,
  backOffCap: 15_000,
  probeDeadline: 4_000,
};
