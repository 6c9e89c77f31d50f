import { describe, expect, test } from 'vitest';
import { type ListenInput } from './listenMachine.ts';
import {
  agent,
  asked,
  accepted,
  lost,
  stopAsked,
  stopAccepted,
  event,
  busy,
  alerting,
  offHook,
  ready,
  release,
  notReady,
  timer,
  ownState,
  ownCall,
  talking,
  stillRings,
  blind,
  watch,
  list,
  hears,
  run,
  outcome,
  requests,
  asks,
} from '../../test/support/listenInputs.ts';

describe('late echoes of an earlier call', () => {
  const heardAndOver = [asked, accepted, busy, alerting, offHook, release('platform'), ownState('idle')] as const;

  test('"talking" soon after a listen is no pick-up of the next one, whose ring is shown', () => {
    expect(outcome(run(...heardAndOver))).not.toBe('listening');
    const next = [...heardAndOver, asked, accepted, talking] as const;
    expect(run(...next).shown.kind).toBe('calling');
    expect(run(...next, stillRings).shown.kind).toBe('ringing');
    expect(run(...next, stillRings, talking).shown.kind).toBe('listening');
  });

  test('nor where the next one’s ring was told of: that it was picked up is not', () => {
    const rung = [...heardAndOver, asked, accepted, alerting, talking] as const;
    expect(run(...rung).shown.kind).toBe('ringing');
    expect(run(...rung, offHook, talking).shown.kind).toBe('listening');
    expect(run(...rung, watch, talking).shown.kind).toBe('listening');
  });

  test('"talking" some seconds after it is one, though no ring was told of', () => {
    const next = [...heardAndOver, asked, accepted, watch, talking] as const;
    expect(run(...next, watch, talking, watch, talking).shown.kind).toBe('listening');
  });

  const byQuery = [
    ['a pick-up', [asked, accepted, busy, alerting, { kind: 'regained' }, ownCall('talking')]],
    ['a phone that never rang', [asked, accepted, busy, watch, talking]],
    ['a pick-up after a long ring', [asked, accepted, busy, alerting, timer('ring'), ownCall('talking')]],
  ] as const satisfies readonly (readonly [string, readonly ListenInput[]])[];

  test.each(byQuery)('a query that told of %s may have overtaken them: they do not end the listen', (_what, heard) => {
    expect(run(...heard).shown.kind).toBe('listening');
    for (const echo of [ready, event('AgentState_Work'), release('platform'), release('agent'), notReady(2)]) {
      expect(run(...heard, echo).shown.kind).toBe('listening');
      expect(run(...heard, echo, ownState('occupied')).shown.kind).toBe('listening');
    }
  });

  test.each(byQuery)('a query that told of %s is borne out by the own state when it ends', (_what, heard) => {
    expect(outcome(run(...heard, ready, ownState('idle')))).toBe('endedByOtherSide');
    expect(outcome(run(...heard, release('agent'), ownState('idle')))).toBe('hungUp');
    expect(run(...heard, release('agent'), ownState('idle')).shown).toMatchObject({ heardFor: expect.any(Number) as number });
  });

  test('nor do they end it when events told of the pick-up: whatever they say is settled by asking', () => {
    const listening = [asked, accepted, busy, alerting, offHook, talking] as const;
    for (const echo of [ready, event('AgentState_Work'), release('platform'), release('agent'), notReady(2)]) {
      expect(run(...listening, echo).shown.kind).toBe('listening');
      expect(run(...listening, echo, ownState('occupied')).shown.kind).toBe('listening');
    }
  });

  test('an earlier call’s pick-up does not make this one heard', () => {
    expect(run(asked, accepted, busy, offHook, stillRings).shown.kind).toBe('ringing');
    expect(run(asked, accepted, offHook, ownCall('idle')).shown.kind).toBe('calling');
  });

  describe('of a gateway that does not say the phase, whose events alone tell', () => {
    const burst = [asked, accepted, busy, blind, alerting, offHook, release('platform'), ready, busy] as const;

    test('a pick-up and its end before a ring are the call before’s: the phone rings', () => {
      expect(run(...burst, alerting).shown.kind).toBe('ringing');
      expect(run(...burst, alerting, ownState('occupied')).shown.kind).toBe('ringing');
      expect(run(...burst, ownState('occupied'), alerting).shown.kind).toBe('ringing');
      expect(run(...burst, alerting, ownState('occupied'), offHook).shown.kind).toBe('listening');
    });

    test('nor is it told that they hear it by a pick-up that no answer has reached yet', () => {
      const unasked = [asked, accepted, busy, alerting, offHook, release('platform'), busy, alerting] as const;
      expect(run(...unasked, blind).shown.kind).toBe('ringing');
      expect(run(...unasked, blind, ownState('occupied')).shown.kind).toBe('ringing');
    });

    test('with the ring’s event lost, nobody but the inspector can tell whether they hear it', () => {
      const denied = run(...burst, ownState('occupied'), ownState('occupied'));
      expect(denied.shown).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
      expect(run(...burst, ownState('occupied'), hears(true), ownState('occupied')).shown.kind).toBe('listening');
    });

    test('an end that is borne out is one, though the ring was told of twice', () => {
      expect(outcome(run(...burst, alerting, ownState('idle')))).toBe('endedByOtherSide');
    });

    test('what the inspector said that they hear is not taken back by a late ring', () => {
      const heard = [asked, accepted, busy, blind, alerting, timer('ring'), ownState('occupied'), timer('uncertain'), hears(true)] as const;
      expect(run(...heard, release('platform'), alerting, ownState('occupied')).shown.kind).toBe('listening');
    });
  });

  test('an ending that neither is borne out nor denied leaves Stop in sight: it is said to be unknown', () => {
    const told = [asked, accepted, busy, alerting, offHook, talking, release('platform'), ownState(null), timer('uncertain')] as const;
    expect(run(...told).shown).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
    expect(run(...told, talking).shown.kind).toBe('listening');
    expect(outcome(run(...told, ownCall('idle')))).toBe('endedByOtherSide');
  });

  test('"idle" before anything happened is not the end of this one', () => {
    expect(run(asked, ready).shown.kind).toBe('requesting');
    expect(run(asked, accepted, ready).shown.kind).toBe('calling');
  });

  test.each([
    ['a release', [release('platform')]],
    ['occupied, then idle', [busy, ready]],
    ['a busy phone', [event('AgentOther_PhoneBusy')]],
    ['a ring and its end', [alerting, release('platform')]],
  ])('%s before this one is heard: the gateway is asked instead of believing it', (_name, echoes) => {
    const echoed = [asked, accepted, ...echoes];
    expect(['calling', 'ringing']).toContain(run(...echoed).shown.kind);
    expect(asks(run(...echoed))).toBeGreaterThan(0);
    expect(run(...echoed, ownState('occupied'), alerting, offHook, talking).shown.kind).toBe('listening');
    expect(outcome(run(...echoed, ownState('idle'), ownState('idle')))).toMatch(/notAnswered|phoneUnavailable|endedUnseen/);
  });

  test.each([release('platform'), release('agent'), event('AgentOther_PhoneBusy'), notReady(2)])(
    'with the request’s answer lost and nothing seen of this one, they prove nothing: %j',
    (echo) => {
      for (const inputs of [
        [asked, lost, echo],
        [asked, echo, lost],
      ]) {
        expect(run(...inputs, ownState('idle')).shown.kind).toBe('outcomeUnknown');
        expect(outcome(run(...inputs, ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedUnseen');
      }
    },
  );

  test.each([
    ['before its request is answered', [asked, release('platform'), busy, accepted, ownState('occupied')]],
    ['after it', [asked, accepted, busy, release('platform'), ownState('occupied')]],
  ] as const)(
    'that come %s keep no ring whose event is lost from being found, and no phone that never rings from being given up',
    (_when, inputs) => {
      const { effects } = run(...inputs);
      const running = new Set<string>();
      for (const effect of effects) {
        if (effect.kind === 'startTimer') running.add(effect.timer);
        if (effect.kind === 'cancelTimer') running.delete(effect.timer);
      }
      expect([...running]).toContain('ring');
      expect(run(...inputs, watch, stillRings).shown.kind).toBe('ringing');
    },
  );

  test('accepted and nothing seen of it yet: "idle" once may be too early to believe them', () => {
    const echoed = [asked, accepted, release('platform'), ownState('idle')];
    expect(run(...echoed).shown.kind).toBe('calling');
    expect(run(...echoed).effects.at(-1)).toEqual({ kind: 'startTimer', timer: 'settle' });
    expect(run(...echoed, busy, ownState('occupied'), alerting).shown.kind).toBe('ringing');
  });

  test('a listen taken up from an earlier run: how its ring ended may have been told to that run', () => {
    const takenUp = [{ kind: 'takenUp', agent, heard: false } as const, ownState('occupied'), alerting];
    expect(outcome(run(...takenUp, release('platform'), ownState('idle')))).toBe('endedUnseen');
  });

  test.each([busy, alerting, ready, event('AgentOther_PhoneBusy'), release('agent'), notReady(7)])(
    'no event ends a listen whose request is not answered: %j',
    (each) => {
      expect(outcome(run(asked, each))).not.toMatch(/notAnswered|declined|phoneUnavailable|endedByOtherSide/);
    },
  );

  test('once the gateway said that the call goes on, they are forgotten', () => {
    const heard = [asked, accepted, busy, ready, ownState('occupied'), alerting, offHook, talking, { kind: 'regained' } as const];
    expect(run(...heard, ownState('idle')).shown.kind).toBe('listening');
    expect(outcome(run(...heard, ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedByOtherSide');
  });

  test('a request to stop outlives them', () => {
    expect(run(asked, busy, stopAsked, ready, accepted).effects).toContainEqual({ kind: 'stop', workNo: '20011' });
  });
});

describe('what the gateway says after the end', () => {
  const over = [asked, accepted, busy, alerting, offHook, talking, release('agent'), ownState('idle')] as const;

  test('on a call after all: whether it is this one, the inspector is asked, and Stop is there', () => {
    expect(outcome(run(...over))).toBe('hungUp');
    expect(run(...over, busy).effects.at(-1)).toEqual({ kind: 'askOwnCall' });
    for (const onACall of [talking, ownCall('occupied'), ownState('occupied')]) {
      expect(run(...over, onACall).shown).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
    }
    expect(run(...over, talking, talking).shown.kind).toBe('outcomeUnknown');
    expect(run(...over, talking, hears(true)).shown.kind).toBe('listening');
    expect(requests(run(...over, talking, hears(true)))).toBe(1);
  });

  test('and idle again: it had ended as was said', () => {
    const again = run(...over, talking, ready, ownState('idle'));
    expect(outcome(again)).toBe('hungUp');
  });

  test('a ring that the gateway had begun before it got the stop is this listen’s', () => {
    const stopped = [asked, accepted, stopAsked, stopAccepted, ready] as const;
    expect(outcome(run(...stopped))).toBe('stopped');
    expect(run(...stopped, alerting).effects.at(-1)).toEqual({ kind: 'askOwnCall' });
    expect(run(...stopped, alerting, stillRings).shown.kind).toBe('ringing');
    expect(outcome(run(...stopped, alerting, ownCall('idle')))).toBe('stopped');
  });

  test('what was uncertain before the end is not so of a ring that comes after it', () => {
    const uncertain = [asked, accepted, busy, alerting, offHook, talking, release('platform'), ownState(null), timer('uncertain')] as const;
    expect(outcome(run(...uncertain, ownCall('idle')))).toBe('endedByOtherSide');
    expect(run(...uncertain, ownCall('idle'), alerting, stillRings).shown.kind).toBe('ringing');
  });

  test('half a minute later a call is another one', () => {
    const much = Array.from({ length: 31 }, () => timer('settle'));
    expect(outcome(run(...over, ...much, talking))).toBe('hungUp');
    expect(run(...over, ...much, busy).effects).toEqual(run(...over).effects);
  });
});

describe('the list of agents', () => {
  const heard = [asked, accepted, busy, alerting, offHook, talking] as const;
  const lastEffect = (...inputs: readonly ListenInput[]): string | undefined => run(...inputs).effects.at(-1)?.kind;

  test('that tells of a ring is shown at once, and asked about', () => {
    expect(lastEffect(asked, accepted, list('answering'))).toBe('askOwnCall');
    expect(run(asked, accepted, list('answering')).shown.kind).toBe('ringing');
    expect(run(asked, accepted, blind, list('answering')).shown.kind).toBe('ringing');
    expect(run(asked, list('answering')).shown.kind).toBe('ringing');
  });

  test('that does not fit what is believed is reason to ask, and proves nothing', () => {
    expect(lastEffect(...heard, list('idle'))).toBe('askOwnCall');
    expect(lastEffect(...heard, list('talking', 'idle'))).toBe('askOwnCall');
    expect(run(...heard, list('idle', 'idle')).shown.kind).toBe('listening');
  });

  test('that fits asks nothing', () => {
    expect(run(...heard, list('talking'), list(null, null)).effects).toEqual(run(...heard).effects);
  });

  test('an own state that contradicts once, just after the pick-up, is asked about again, and said to be unknown while that takes long', () => {
    expect(run(...heard, ownCall('idle')).shown.kind).toBe('listening');
    expect(run(...heard, ownCall('idle'), timer('ending')).shown.kind).toBe('outcomeUnknown');
    expect(run(...heard, ownCall('idle'), timer('ending'), talking).shown.kind).toBe('listening');
  });

  test('an own state that contradicts a listen that was heard for a while takes "listening" away at once', () => {
    const forAWhile = [...heard, talking, talking, talking, talking, talking] as const;
    expect(run(...forAWhile, ownCall('idle')).shown).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
    expect(run(...forAWhile, ownCall('idle'), talking).shown.kind).toBe('listening');
    expect(outcome(run(...forAWhile, ownCall('idle'), ownCall('idle')))).toBe('endedByOtherSide');
  });
});
