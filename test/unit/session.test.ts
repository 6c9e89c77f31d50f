import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionKind } from '../../main/session/live.ts';
import { ownStateNews } from '../../main/session/ownState.ts';
import { backOff, pollTimings } from '../../main/session/poll.ts';

describe('freshness', () => {
  test.each([
    [0, 0, false, 'live'],
    [15_000, 0, false, 'live'],
    [15_001, 0, false, 'stale'],
    [100, 0, true, 'stale'],
    [100, 1, false, 'live'],
    [15_001, 1, false, 'stale'],
    [100, 2, false, 'offline'],
    [60_000, 3, true, 'offline'],
  ])('%i ms of silence, %i losses and refused %s are %s', (silence, losses, refused, kind) => {
    expect(connectionKind(silence, losses, refused)).toBe(kind);
  });
});

describe('back-off', () => {
  test('is anywhere between nothing and its ceiling, and the ceiling has a cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (losses, random) => {
        const pause = backOff(losses, pollTimings, () => random);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(pollTimings.backOffCap);
      }),
    );
  });

  test('its ceiling doubles with each loss', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7].map((losses) => backOff(losses, pollTimings, () => 1));
    expect(ceilings).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  test('uses the whole range, so that two hundred inspectors do not come back as one', () => {
    expect(backOff(5, pollTimings, () => 0)).toBe(0);
    expect(backOff(5, pollTimings, () => 0.5)).toBe(4_000);
  });
});

describe('the own state', () => {
  test('"Busy" is the platform’s word for a call, not for having shown busy', () => {
    expect(ownStateNews({ type: 'AgentState_Busy' })).toEqual({ kind: 'is', state: 'occupied' });
    expect(ownStateNews({ type: 'AgentState_SetNotReady_Success', reason: 0 })).toEqual({ kind: 'is', state: 'busy' });
  });

  test('the end of busy does not say what came after it, so it is asked for', () => {
    expect(ownStateNews({ type: 'AgentState_CancelNotReady_Success' })).toEqual({ kind: 'ask' });
  });

  test('the phone says nothing of the state', () => {
    expect(ownStateNews({ type: 'AgentOther_PhoneAlerting' })).toEqual({ kind: 'nothing' });
  });
});
