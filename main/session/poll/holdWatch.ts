import { createProxyCuts } from './proxyCuts.ts';

/** What has been learned of how long this gateway holds a poll without an event (protocol.md 2.1). */
export interface HoldWatch {
  /** Milliseconds after which a poll is given up, however well the gateway answers all else. */
  deadline(): number;
  /** The gateway answers at once, held or not (its wait flag is off), so that news come as late as the gap between polls. */
  isShortPolling(): boolean;
  /** A poll was answered without an event after this long. */
  emptyAfter(took: number): void;
  /** A poll was given up although the gateway can be reached: it may hold for longer than was waited. */
  heldTooLong(): void;
  /** Something on the way cut the poll off after this long, while the gateway answered all else. */
  cutAfter(took: number): void;
  /** Something on the way cuts polls off, always after the same time: Earshot ends each of its own accord before that, by `deadline`. */
  isCut(): boolean;
}

export interface HoldTimings {
  /** Something is heard of the gateway within this long, or the link counts as lost: 15 s. */
  readonly deadline: number;
  /** On top of the hold. */
  readonly holdMargin: number;
  /** An empty answer quicker than this was not held. */
  readonly shortHold: number;
  /** A poll that was cut off sooner was no proxy's patience, but a bad moment. */
  readonly shortestCut: number;
}

/** However long a gateway holds, a poll that will never be answered must be given up some time; the session lives for two minutes without one. */
const longestDeadline = 115_000;

const remembered = 3;

/** So many polls given up in a row, with the gateway there each time, are no bad luck: it holds for longer than it did. */
const enoughGivenUp = 3;

export function createHoldWatch(timings: HoldTimings): HoldWatch {
  // Where switch-overs take long, gateways are set to hold for longer (protocol.md 2.1): the first poll waits for that.
  const patience = Math.min(2 * timings.deadline + timings.holdMargin, longestDeadline);
  let deadline = patience;
  let recent: readonly number[] = [];
  let givenUp = 0;
  const cuts = createProxyCuts(timings.shortestCut);
  return {
    deadline: () => Math.min(cuts.ownEnd() ?? deadline, deadline),
    isCut: () => cuts.ownEnd() !== null,
    cutAfter: cuts.cutAfter,
    isShortPolling: () => recent.length === remembered && recent.every((took) => took < timings.shortHold),
    emptyAfter: (took) => {
      recent = [...recent.slice(1 - remembered), took];
      givenUp = 0;
      // The quickest: a hold does not vary, but a bad network makes an answer late.
      deadline = Math.min(Math.min(...recent) + timings.holdMargin, longestDeadline);
    },
    heldTooLong: () => {
      givenUp += 1;
      // A hold that was seen is known; what was given up once or twice then was a link that came and went.
      if (recent.length > 0 && givenUp < enoughGivenUp) return;
      deadline = recent.length > 0 ? patience : longestDeadline;
      recent = [];
      givenUp = 0;
    },
  };
}
