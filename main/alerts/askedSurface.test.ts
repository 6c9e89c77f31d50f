import { describe, expect, test } from 'vitest';
import { createHandClock, type HandClock } from '../../test/support/handClock.ts';
import { waitForSurface } from './askedSurface.ts';
import type { Shown } from './surfaces.ts';

const limit = 1_000;
const shown: Shown = { kind: 'shown' };

/** A surface that answers at so many milliseconds of the clock, and what was heard of it. */
function ask(clock: HandClock, { answersAt, heldUp = 0 }: { readonly answersAt: number; readonly heldUp?: number }) {
  const heard: string[] = [];
  const began = clock.now();
  /** From the moment the limit is over, this process was held up: what it does then is so much later. */
  const now = (): number => clock.now() + (clock.now() - began >= limit ? heldUp : 0);
  const cancel = waitForSurface(() => new Promise((resolve) => clock.after(answersAt, () => resolve(shown))), {
    clock: { ...clock, now },
    limit,
    first: ({ kind }) => heard.push(kind),
    late: ({ kind }) => heard.push(`then ${kind}`),
  });
  return { heard, cancel };
}

describe('a surface that is asked', () => {
  test('has shown when it says so within its limit', async () => {
    const clock = createHandClock();
    const { heard } = ask(clock, { answersAt: 900 });
    await clock.advance(5_000);
    expect(heard).toEqual(['shown']);
  });

  test('is late after its limit, and is heard later all the same', async () => {
    const clock = createHandClock();
    const { heard } = ask(clock, { answersAt: 1_200 });
    await clock.advance(1_000);
    expect(heard).toEqual(['late']);
    await clock.advance(5_000);
    expect(heard).toEqual(['late', 'then shown']);
  });

  test('has as much longer as Earshot itself was held up: its answer may have been there all the time', async () => {
    const clock = createHandClock();
    const { heard } = ask(clock, { answersAt: 1_200, heldUp: 300 });
    await clock.advance(5_000);
    expect(heard).toEqual(['shown']);
  });

  test('has at most its limit again, however long Earshot was held up', async () => {
    const clock = createHandClock();
    const { heard } = ask(clock, { answersAt: 60_000, heldUp: 30_000 });
    await clock.advance(1_999);
    expect(heard).toEqual([]);
    await clock.advance(1);
    expect(heard).toEqual(['late']);
  });

  test('is not heard of any more once nobody waits, in the longer time neither', async () => {
    const clock = createHandClock();
    const { heard, cancel } = ask(clock, { answersAt: 60_000, heldUp: 300 });
    await clock.advance(1_100);
    cancel();
    await clock.advance(90_000);
    expect(heard).toEqual([]);
    expect(clock.timers()).toBe(0);
  });
});
