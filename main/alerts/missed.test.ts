import { describe, expect, test } from 'vitest';
import { listenOutcomes, type Listen } from '../../contract/state.ts';
import { afterListen, afterRing, noneMissed, withoutAgent, withoutMissed, type Missed } from './missed.ts';
import { agent, ringing, ringsForNobody } from '../../test/support/alertStates.ts';

const released = { type: 'AgentOther_PhoneRelease', by: 'platform' } as const;
const ended = (outcome: (typeof listenOutcomes)[number], heardFor: number | null = null): Listen => ({
  kind: 'ended',
  agent,
  since: 9,
  outcome,
  problem: null,
  heardFor,
});
const rung = (missed: Missed, since: number): Missed =>
  afterListen(afterRing(missed, { ...ringing, since }, released), ended('notAnswered'));

describe('a ring is missed', () => {
  test('when its listen ends without having been heard', () => {
    expect(rung(noneMissed, 5).rings).toEqual([{ id: 'missed-5-20011', at: 5, agent, times: 1 }]);
  });

  test('not before its listen is over', () => {
    const open = afterListen(afterRing(noneMissed, ringing, released), { kind: 'stopping', agent, since: 7 });
    expect(open.rings).toEqual([]);
    expect(afterListen(open, ended('notAnswered')).rings).toHaveLength(1);
  });

  test('when it was for no listen and ended by itself, or nobody knows how', () => {
    expect(afterRing(noneMissed, ringsForNobody, released).rings).toHaveLength(1);
    expect(afterRing(noneMissed, ringsForNobody, null).rings).toHaveLength(1);
  });

  test.each([{ type: 'AgentOther_PhoneOffhook' } as const, { type: 'AgentOther_PhoneRelease', by: 'agent' } as const])(
    'not when the inspector did it at the phone: %j',
    (event) => {
      expect(afterRing(noneMissed, ringsForNobody, event)).toEqual(noneMissed);
      expect(afterListen(afterRing(noneMissed, ringing, event), ended('notAnswered')).rings).toEqual([]);
    },
  );

  test.each(listenOutcomes)('or not, as the outcome tells: %s', (outcome) => {
    const missed = ['notAnswered', 'phoneUnavailable', 'endedByOtherSide', 'endedUnseen', 'sessionOver'].includes(outcome);
    expect(afterListen(afterRing(noneMissed, ringing, released), ended(outcome)).rings).toHaveLength(missed ? 1 : 0);
  });

  test('not when it was heard', () => {
    const open = afterRing(noneMissed, ringing, null);
    expect(afterListen(open, { kind: 'listening', agent, since: 8, problem: null })).toEqual(noneMissed);
    expect(afterListen(open, ended('endedByOtherSide', 4_000)).rings).toEqual([]);
  });
});

describe('the list of missed rings', () => {
  test('takes rings of one agent close together as one', () => {
    expect(rung(rung(noneMissed, 5_000), 9_000).rings).toEqual([{ id: 'missed-5000-20011', at: 9_000, agent, times: 2 }]);
    expect(rung(rung(noneMissed, 5_000), 60_000).rings).toHaveLength(2);
  });

  test('holds the newest twenty', () => {
    let missed = noneMissed;
    for (let number = 0; number < 30; number += 1) missed = rung(missed, number * 60_000);
    expect(missed.rings).toHaveLength(20);
    expect(missed.rings[0]?.at).toBe(29 * 60_000);
  });

  test('lets go of one, of all, and of an agent who is listened to again', () => {
    const missed = afterRing(rung(noneMissed, 5), { ...ringsForNobody, since: 60_000 }, released);
    expect(withoutMissed(missed, 'missed-5-20011').rings.map(({ agent: whose }) => whose)).toEqual([null]);
    expect(withoutMissed(missed, null).rings).toEqual([]);
    expect(withoutAgent(missed, '20011').rings.map(({ agent: whose }) => whose)).toEqual([null]);
  });
});
