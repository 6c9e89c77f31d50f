import { describe, expect, it } from 'vitest';
import { unlessOvertaken } from './unlessOvertaken.ts';
import type { Surface } from '../../alerts/surfaces.ts';
import { createHandClock, type HandClock } from '../../../test/support/handClock.ts';

function scene(): { surface: Surface<string | null>; asked: (string | null)[]; clock: HandClock } {
  const clock = createHandClock();
  const asked: (string | null)[] = [];
  const surface = unlessOvertaken<string | null>((plan) => {
    asked.push(plan);
    if (plan === 'faulty') throw new TypeError('no');
    return Promise.resolve({ kind: 'shown' });
  }, clock);
  return { surface, asked, clock };
}

describe('an order to a surface', () => {
  it('is carried out in the next turn', async () => {
    const { surface, asked, clock } = scene();
    const shown = surface('ring');
    expect(asked).toEqual([]);
    await clock.advance(0);
    expect(await shown).toEqual({ kind: 'shown' });
    expect(asked).toEqual(['ring']);
  });

  it('that is overtaken by the next one in the same turn is not carried out, and says so', async () => {
    const { surface, asked, clock } = scene();
    const shown = [surface('ring'), surface(null), surface('next'), surface('last')];
    await clock.advance(0);
    expect(await Promise.all(shown)).toMatchObject([
      { kind: 'notShown', why: 'ended' },
      { kind: 'shown' },
      { kind: 'notShown' },
      { kind: 'shown' },
    ]);
    expect(asked).toEqual([null, 'last']);
  });

  it('to take away is carried out at once', () => {
    const { surface, asked } = scene();
    void surface(null);
    expect(asked).toEqual([null]);
  });

  it('that fails has not shown', async () => {
    const { surface, clock } = scene();
    const shown = surface('faulty');
    await clock.advance(0);
    expect(await shown).toMatchObject({ kind: 'notShown', why: 'failed', detail: 'TypeError' });
  });
});
