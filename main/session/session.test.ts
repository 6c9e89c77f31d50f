import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import { backOff } from './backOff.ts';
import { createClockJumpWatch } from './clockJump.ts';
import { connectionOf, type Trouble } from './freshness.ts';
import { createGatewayRing } from './gatewayRing.ts';
import { createHoldWatch } from './holdWatch.ts';
import { ownStateNews } from './ownState.ts';
import { pollTimings } from './pollTimings.ts';

const problem = { code: 'no-answer', meaning: 'no-answer' } as const;
const lost = (inARow: number): Trouble => ({ kind: 'lost', problem, inARow, nextAttempt: 7 });

describe('freshness', () => {
  test.each([
    [0, { kind: 'none' }, 'live'],
    [15_000, { kind: 'none' }, 'live'],
    [15_001, { kind: 'none' }, 'stale'],
    [100, { kind: 'refused', problem }, 'stale'],
    [100, lost(1), 'live'],
    [15_001, lost(1), 'stale'],
    [100, lost(2), 'reconnecting'],
    [119_999, lost(9), 'reconnecting'],
    [120_000, lost(9), 'offline'],
  ] as const)('%i ms of silence with %j are %s', (silence, trouble, kind) => {
    expect(connectionOf(trouble, 1_000, 15_000, 1_000 + silence).kind).toBe(kind);
  });

  test('a lost link names its reason and the next try', () => {
    expect(connectionOf(lost(2), 5, 15_000, 10)).toEqual({ kind: 'reconnecting', lastContact: 5, problem, nextAttempt: 7 });
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
    expect(ceilings).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000]);
  });

  test('uses the whole range, so that two hundred inspectors do not come back as one', () => {
    expect(backOff(6, pollTimings, () => 0)).toBe(0);
    expect(backOff(6, pollTimings, () => 0.5)).toBe(4_000);
  });
});

describe('the hold of a poll', () => {
  const watch = () => createHoldWatch({ deadline: 15_000, holdMargin: 5_000, shortHold: 1_000, shortestCut: 3_000 });

  test('is not known at first: a poll may take twice as long as silence is put up with, and the margin', () => {
    expect(watch().deadline()).toBe(35_000);
  });

  test('is learned from answers without an event: hold and margin, the quickest of the last three', () => {
    const hold = watch();
    for (const took of [14_000, 10_001]) hold.emptyAfter(took);
    expect(hold.deadline()).toBe(15_001);
    for (const took of [4_000, 4_000, 4_000]) hold.emptyAfter(took);
    expect(hold.deadline()).toBe(9_000);
  });

  test('of a gateway that holds for longer still is waited for after one poll given up', () => {
    const hold = watch();
    hold.heldTooLong();
    expect(hold.deadline()).toBe(115_000);
    hold.emptyAfter(40_000);
    expect(hold.deadline()).toBe(45_000);
  });

  test('that is known is doubted only after three polls in a row: a switch-over may lead to a gateway that holds for longer', () => {
    const hold = watch();
    hold.emptyAfter(10_000);
    for (let times = 0; times < 2; times += 1) hold.heldTooLong();
    hold.emptyAfter(10_000);
    for (let times = 0; times < 2; times += 1) hold.heldTooLong();
    expect(hold.deadline()).toBe(15_000);
    hold.heldTooLong();
    expect(hold.deadline()).toBe(35_000);
  });

  test('never lets a poll that will not be answered wait for longer than the session would live without one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 })), (steps) => {
        const hold = watch();
        for (const step of steps) {
          if (step % 3 === 0) hold.heldTooLong();
          else hold.emptyAfter(step);
          expect(hold.deadline()).toBeGreaterThanOrEqual(5_000);
          expect(hold.deadline()).toBeLessThanOrEqual(115_000);
        }
      }),
    );
  });

  test('is cut short by a proxy when two polls in a row end after the same time: the own end comes before that', () => {
    const hold = watch();
    hold.cutAfter(8_010);
    expect(hold.isCut()).toBe(false);
    hold.cutAfter(8_000);
    expect(hold.isCut()).toBe(true);
    expect(hold.deadline()).toBe(6_400);
  });

  test('is not cut short by losses of any length, nor by bad moments', () => {
    const hold = watch();
    for (const took of [8_000, 3_500, 200, 210, 12_000]) hold.cutAfter(took);
    expect(hold.isCut()).toBe(false);
  });

  test('is missing when three empty answers in a row come at once', () => {
    const hold = watch();
    for (const took of [30, 20]) hold.emptyAfter(took);
    expect(hold.isShortPolling()).toBe(false);
    hold.emptyAfter(25);
    expect(hold.isShortPolling()).toBe(true);
    hold.emptyAfter(10_000);
    expect(hold.isShortPolling()).toBe(false);
  });
});

describe('a jump of the clock', () => {
  function clocks() {
    const time = { all: 1_000_000, awake: 0 };
    return {
      time,
      watch: createClockJumpWatch(
        () => time.all,
        () => time.awake,
      ),
    };
  }

  test.each([
    ['time that passes as it should', 10_000, 10_000, false],
    ['a sleep of a few seconds', 15_000, 500, false],
    ['a sleep that the monotonic clock did not see', 60_000, 500, true],
    ['a sleep that both clocks saw: the tick comes far too late', 60_000, 60_000, true],
  ])('%s', (_name, all, awake, jumped) => {
    const { time, watch } = clocks();
    time.all += all;
    time.awake += awake;
    expect(watch.jumped(15_000)).toBe(jumped);
    expect(watch.jumped(15_000)).toBe(false);
  });
});

describe('the ring of gateways', () => {
  const at = (text: string): GatewayAddress => parseGatewayAddress(text) ?? expect.fail(text);

  test('goes through the backups in turn and begins anew, each address once', () => {
    const ring = createGatewayRing(at('a'), () => [at('b'), at('a:8043'), at('c')]);
    const visited = Array.from({ length: 4 }, () => {
      ring.moveOn();
      return ring.present().host;
    });
    expect(visited).toEqual(['b', 'c', 'a', 'b']);
  });

  test('stays where it is when there is no other', () => {
    const ring = createGatewayRing(at('a'), () => []);
    expect(ring.moveOn()).toBe(false);
    expect(ring.present().host).toBe('a');
  });

  test('its home is where the session last answered', () => {
    const ring = createGatewayRing(at('a'), () => [at('b')]);
    ring.moveOn();
    expect(ring.isHome()).toBe(false);
    ring.settle();
    expect(ring.isHome()).toBe(true);
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
