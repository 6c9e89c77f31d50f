/** Milliseconds. */
export interface PaceTimings {
  /** The gateway asks for 200 to 500 ms between an answer and the next poll (protocol.md 2.1). */
  readonly gapAfterEvent: number;
  /** The same after an answer without an event that was not held. */
  readonly gapAfterNothing: number;
  /** An empty answer quicker than this was not held. */
  readonly shortHold: number;
  /** So many polls may follow each other without a gap; 0: none. */
  readonly atOnce: number;
}

/**
 * How soon the next poll follows. One event comes with one answer, so that each gap delays whatever stands behind it in
 * the gateway's queue: a short queue is emptied without any, and the gap is kept on average. Over any longer time the
 * gateway is asked no more often than it wants; one that says "too often" anyway is never hurried again.
 */
export interface PollPace {
  /** Milliseconds to wait after an answer; `took`: how long it was out. */
  gap(answer: 'event' | 'nothing', took: number): number;
  /** The gateway said that it is asked too often. */
  tooOften(): void;
}

/** `now` never stands still or runs backwards. */
export function createPollPace(timings: PaceTimings, now: () => number): PollPace {
  const { gapAfterEvent, gapAfterNothing, shortHold } = timings;
  let most = timings.atOnce;
  /** How many polls may still follow at once; one more for each gap that has passed. */
  let left = most;
  let filledAt = now();

  function fill(): void {
    const gaps = gapAfterEvent === 0 ? most : (now() - filledAt) / gapAfterEvent;
    left = Math.min(most, left + gaps);
    filledAt = now();
  }

  return {
    gap: (answer, took) => {
      // A gateway that holds nothing would be asked without end.
      if (answer === 'nothing' && took < shortHold) return gapAfterNothing;
      fill();
      if (left < 1) return answer === 'event' ? gapAfterEvent : gapAfterNothing;
      left -= 1;
      return 0;
    },
    tooOften: () => {
      most = 0;
    },
  };
}
