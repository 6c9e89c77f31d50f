import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pollTimings } from './pollTimings.ts';
import { createPollPace, type PollPace } from './pollPace.ts';

const stage = (change: Partial<typeof pollTimings> = {}): { readonly pace: PollPace; pass(ms: number): void } => {
  let now = 0;
  return {
    pace: createPollPace({ ...pollTimings, ...change }, () => now),
    pass: (ms) => {
      now += ms;
    },
  };
};
const held = 10_000;

describe('the pace of the poll', () => {
  test('a queue of events is emptied without a gap', () => {
    const { pace } = stage();
    expect([3, 2, 2, 3].map((took) => pace.gap('event', took))).toEqual([0, 0, 0, 0]);
  });

  test('a poll that was held and brought nothing is followed by the next at once', () => {
    expect(stage().pace.gap('nothing', held)).toBe(0);
  });

  test('a gateway that holds no polls is asked with the longer gap from the first', () => {
    expect(stage().pace.gap('nothing', 3)).toBe(pollTimings.gapAfterNothing);
  });

  test('events without end are fetched with the gap that the gateway asks for', () => {
    const { pace } = stage();
    const gaps = Array.from({ length: pollTimings.atOnce + 40 }, () => pace.gap('event', 0));
    expect(gaps.slice(0, pollTimings.atOnce)).toEqual(Array(pollTimings.atOnce).fill(0));
    expect(gaps.slice(pollTimings.atOnce)).toEqual(Array(40).fill(pollTimings.gapAfterEvent));
  });

  test('a gateway that says "too often" is not hurried again', () => {
    const { pace, pass } = stage();
    pace.tooOften();
    pass(60_000);
    expect(pace.gap('event', 3)).toBe(pollTimings.gapAfterEvent);
  });

  test('an administrator who wants no gap gets none, however many events there are', () => {
    const { pace } = stage({ gapAfterEvent: 0 });
    expect(Array.from({ length: 50 }, () => pace.gap('event', 0)).every((gap) => gap === 0)).toBe(true);
  });

  test('over any time the gateway is asked no more often than with a gap each time, but for the few at once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 400 }), (answers) => {
        const { pace, pass } = stage();
        let time = 0;
        for (const took of answers) {
          const step = took + pace.gap('event', took);
          pass(step);
          time += step;
        }
        expect(answers.length).toBeLessThanOrEqual(pollTimings.atOnce + 1 + time / pollTimings.gapAfterEvent);
      }),
    );
  });
});
