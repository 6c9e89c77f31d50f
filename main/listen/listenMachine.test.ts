import fc from 'fast-check';
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
  hears,
  refused,
  run,
  outcome,
  requests,
  asks,
} from '../../test/support/listenInputs.ts';

describe('a listen that goes well', () => {
  test('goes through every step', () => {
    const whole = run(asked, accepted, busy, alerting, offHook, talking, stopAsked, stopAccepted, release('platform'), ready);
    expect(whole.steps).toEqual(['requesting', 'calling', 'ringing', 'listening', 'stopping', 'ended']);
    expect(outcome(whole)).toBe('stopped');
  });

  test('says how long it was heard', () => {
    expect(run(asked, accepted, alerting, offHook, talking, ready, ownState('idle')).shown).toMatchObject({ heardFor: 3_000 });
  });

  test('accepted is not ringing, and ringing is not listening', () => {
    expect(run(asked, accepted).shown.kind).toBe('calling');
    expect(run(asked, accepted, busy, alerting).shown.kind).toBe('ringing');
  });

  test('off-hook before the answer is not listening until the gateway accepted', () => {
    expect(run(asked, offHook, talking).shown.kind).toBe('requesting');
    expect(run(asked, offHook, accepted, talking).shown.kind).toBe('listening');
  });

  test('picked up before the answer, where the gateway does not tell the own call, the ring is shown until the answer', () => {
    const pickedUp = [asked, blind, alerting, offHook];
    expect(run(...pickedUp).steps).toEqual(['requesting', 'ringing']);
    expect(run(...pickedUp, accepted).steps).toEqual(['requesting', 'ringing', 'listening']);
    expect(run(...pickedUp, refused('900-002')).steps).toEqual(['requesting', 'ringing', 'ended']);
  });

  test('in whatever order acceptance, occupied, ring and pick-up come, it ends in listening', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([accepted, busy, alerting, offHook], { minLength: 4 }), (order) => {
        expect(run(asked, ...order, talking).shown.kind).toBe('listening');
      }),
    );
  });

  test('a pick-up is told by an event and said when the gateway’s answer bears it out', () => {
    const told = run(asked, accepted, busy, alerting, offHook);
    expect(told.shown.kind).toBe('ringing');
    expect(told.effects).toContainEqual({ kind: 'askOwnCall' });
    expect(run(asked, accepted, busy, alerting, offHook, talking).shown.kind).toBe('listening');
    expect(run(asked, accepted, busy, alerting, offHook, ownCall('occupied')).shown.kind).toBe('listening');
    expect(run(asked, accepted, busy, alerting, offHook, stillRings).shown.kind).toBe('ringing');
  });

  test('where the gateway does not say the phase of the own call, the event is believed', () => {
    expect(run(asked, accepted, busy, alerting, offHook, blind).shown.kind).toBe('listening');
    expect(run(asked, accepted, busy, blind, alerting, offHook).shown.kind).toBe('listening');
  });

  test('a pick-up that no answer bears out is said to be unknown, until one does', () => {
    const waiting = [asked, accepted, busy, alerting, offHook, ownCall('noAnswer'), timer('uncertain')] as const;
    expect(run(...waiting).shown).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
    expect(run(...waiting, talking).shown.kind).toBe('listening');
    expect(run(...waiting, stillRings).shown.kind).toBe('ringing');
  });

  test('a phone that never rings is on the line when the gateway says so', () => {
    expect(run(asked, accepted, busy, watch, talking).shown.kind).toBe('listening');
    expect(run(asked, accepted, busy, watch, blind, ownState('occupied')).shown.kind).toBe('calling');
  });

  test('a ring whose event was lost is found by asking', () => {
    const calling = run(asked, accepted, watch);
    expect(calling.effects.at(-1)).toEqual({ kind: 'askOwnCall' });
    expect(run(asked, accepted, watch, stillRings).shown.kind).toBe('ringing');
    expect(run(asked, accepted, busy, { kind: 'lost' }, { kind: 'regained' }, stillRings).shown.kind).toBe('ringing');
  });

  test('a pick-up whose event was lost is found by asking, long before anybody would be hung up on', () => {
    expect(run(asked, accepted, busy, alerting, watch, talking).shown.kind).toBe('listening');
    const heard = run(asked, accepted, busy, alerting, timer('ring'), talking, timer('overdue'));
    expect(heard.shown.kind).toBe('listening');
    expect(heard.effects).not.toContainEqual({ kind: 'stop', workNo: '20011' });
  });

  test('one answer that the phone still rings may be older than the pick-up, a second one is believed', () => {
    expect(run(asked, accepted, alerting, offHook, talking, stillRings).shown.kind).toBe('listening');
    expect(run(asked, accepted, alerting, offHook, talking, stillRings, stillRings).shown.kind).toBe('ringing');
    expect(run(asked, accepted, alerting, offHook, talking, stillRings, talking, stillRings).shown.kind).toBe('listening');
  });
});

describe('a listen that does not come about', () => {
  test('a refusal is shown with the gateway’s code', () => {
    const refusal = run(asked, refused('900-002'));
    expect(outcome(refusal)).toBe('refused');
    expect(refusal.shown).toMatchObject({ problem: { code: '900-002' } });
  });

  test('a request that never reached the gateway is refused, not unknown', () => {
    expect(outcome(run(asked, { kind: 'requestAnswered', failure: { kind: 'unreachable', reason: 'connection-refused' } }))).toBe(
      'refused',
    );
  });

  test('the phone that is not picked up: after the time-out the gateway is asked to stop, then it is not answered', () => {
    const unanswered = run(asked, accepted, busy, alerting, timer('ring'), timer('overdue'), stillRings, stopAccepted, release('platform'));
    expect(unanswered.effects).toContainEqual({ kind: 'stop', workNo: '20011' });
    expect(outcome(unanswered)).toBe('notAnswered');
  });

  test('an answer that got lost hangs up on nobody: it is said to be unknown', () => {
    const waiting = run(asked, accepted, busy, alerting, timer('ring'), ownCall('noAnswer'), timer('uncertain'), timer('overdue'));
    expect(waiting.effects.filter(({ kind }) => kind === 'stop')).toEqual([]);
    expect(waiting.shown.kind).toBe('outcomeUnknown');
  });

  test('a gateway that does not say whether it still rings makes nobody hang up: the inspector is asked', () => {
    const unknown = [
      asked,
      accepted,
      busy,
      alerting,
      blind,
      timer('ring'),
      ownState('occupied'),
      timer('uncertain'),
      timer('overdue'),
    ] as const;
    expect(run(...unknown).effects.filter(({ kind }) => kind === 'stop')).toEqual([]);
    expect(run(...unknown).shown).toMatchObject({ kind: 'outcomeUnknown', problem: { code: 'listen-cannot-tell' } });
    expect(run(...unknown, ownState('occupied')).shown.kind).toBe('outcomeUnknown');
    expect(outcome(run(...unknown, ready, ownState('idle')))).toBe('notAnswered');
  });

  test('an answer may have crossed the pick-up: only a phone that rings on is hung up', () => {
    const once = run(asked, accepted, busy, alerting, timer('ring'), stillRings);
    expect(once.effects.filter(({ kind }) => kind === 'stop')).toEqual([]);
  });

  test('a phone that never rings at all runs into the same time-out', () => {
    expect(outcome(run(asked, accepted, timer('ring'), ownCall('idle'), stopAccepted, ready, ownState('idle')))).toBe('notAnswered');
  });

  test('accepted and idle is not over: a slow platform has yet to call', () => {
    expect(run(asked, accepted, watch, ownCall('idle'), watch, ownCall('idle'), watch, ownCall('idle')).shown.kind).toBe('calling');
  });

  test('the platform that gives up ringing is not answered too', () => {
    expect(outcome(run(asked, accepted, busy, alerting, release('platform'), ownState('idle')))).toBe('notAnswered');
  });

  test('a ring that is over is not shown as "calling" again before what came of it is known', () => {
    const declined = [asked, accepted, busy, alerting, release('agent'), ownCall('idle'), ownState('idle')] as const;
    expect(run(...declined).steps).toEqual(['requesting', 'calling', 'ringing', 'ended']);
    expect(run(asked, accepted, busy, alerting, ready, ownState('idle')).steps).toEqual(['requesting', 'calling', 'ringing', 'ended']);
  });

  test('declining on the phone is declined', () => {
    expect(outcome(run(asked, accepted, busy, alerting, release('agent'), ownState('idle')))).toBe('declined');
    expect(outcome(run(asked, accepted, alerting, notReady(7), ownState('busy')))).toBe('declined');
  });

  test('a busy or unplugged phone is unavailable', () => {
    expect(outcome(run(asked, accepted, busy, event('AgentOther_PhoneBusy'), ownState('idle')))).toBe('phoneUnavailable');
    expect(outcome(run(asked, accepted, notReady(5), ownState('busy'), timer('settle'), ownState('busy')))).toBe('phoneUnavailable');
  });

  test('a second click while one is under way sends nothing', () => {
    expect(requests(run(asked, asked, accepted, asked, alerting, asked, offHook, talking, asked))).toBe(1);
  });
});

describe('a listen that ends by itself', () => {
  test('the inspector hangs up', () => {
    expect(outcome(run(asked, accepted, alerting, offHook, talking, release('agent'), ready, ownState('idle')))).toBe('hungUp');
  });

  test('the other side ends', () => {
    expect(outcome(run(asked, accepted, alerting, offHook, talking, release('platform'), ownState('idle')))).toBe('endedByOtherSide');
  });

  test('only "idle" was heard of: over, and by whom is refined when the phone’s event comes', () => {
    expect(outcome(run(asked, accepted, busy, alerting, offHook, talking, ready, ownState('idle')))).toBe('endedByOtherSide');
    expect(outcome(run(asked, accepted, busy, alerting, offHook, talking, ready, ownState('idle'), release('agent')))).toBe('hungUp');
    expect(outcome(run(asked, accepted, busy, alerting, offHook, talking, ready, release('agent'), ownState('idle')))).toBe('hungUp');
  });

  test('the end of the session ends it', () => {
    expect(outcome(run(asked, accepted, alerting, offHook, talking, { kind: 'sessionEnded' }))).toBe('sessionOver');
  });

  test('the words about it are put away when asked, and by the next listen', () => {
    expect(run(asked, refused('900-002'), { kind: 'dismissed' }).shown.kind).toBe('idle');
    expect(run(asked, refused('900-002'), asked).shown.kind).toBe('requesting');
  });
});

describe('a listen that an earlier run had under way', () => {
  const takenUp = (heard: boolean): ListenInput => ({ kind: 'takenUp', agent, heard });

  test('is unknown until the gateway said whether it goes on', () => {
    expect(run(takenUp(true)).shown.kind).toBe('outcomeUnknown');
    expect(run(takenUp(true), ownState('occupied')).shown.kind).toBe('listening');
    expect(run(takenUp(false), ownState('occupied')).shown.kind).toBe('calling');
  });

  test('is over when the gateway says idle, and sends no request', () => {
    const over = run(takenUp(true), ownState('idle'), timer('settle'), ownState('idle'));
    expect(outcome(over)).toBe('endedByOtherSide');
    expect(requests(over)).toBe(0);
  });

  test('is not said to have been ended by anybody when the earlier run never heard it', () => {
    expect(outcome(run(takenUp(false), ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedUnseen');
  });

  test('can be stopped', () => {
    expect(outcome(run(takenUp(true), ownState('occupied'), stopAsked, stopAccepted, ready))).toBe('stopped');
  });
});

describe('stopping', () => {
  test('before the gateway answered, the stop waits for the answer', () => {
    const early = run(asked, stopAsked);
    expect(early.shown.kind).toBe('stopping');
    expect(early.effects).not.toContainEqual({ kind: 'stop', workNo: '20011' });
    expect(run(asked, stopAsked, accepted).effects).toContainEqual({ kind: 'stop', workNo: '20011' });
    expect(outcome(run(asked, stopAsked, refused('900-005')))).toBe('stopped');
  });

  test('is sent once, however often it is clicked', () => {
    const clicks = run(asked, accepted, offHook, talking, stopAsked, stopAsked, stopAsked);
    expect(clicks.effects.filter((effect) => effect.kind === 'stop')).toHaveLength(1);
  });

  test('a stop that failed while the phone rings is said, and the ring time-out runs anew', () => {
    const gone: ListenInput = { kind: 'stopAnswered', failure: { kind: 'connectionLost' } };
    const rings = run(asked, accepted, busy, alerting, stopAsked, gone, ownState('occupied'), timer('settle'), ownState('occupied'));
    expect(rings.shown).toMatchObject({ kind: 'ringing', problem: { code: 'connection-lost' } });
    expect(rings.effects.at(-1)).toEqual({ kind: 'startTimer', timer: 'ring' });
  });

  test('while its answer is out, "occupied" is no sign that it failed', () => {
    const asking = [asked, accepted, offHook, talking, stopAsked, ownState('occupied'), timer('settle'), ownState('occupied')];
    expect(run(...asking).shown.kind).toBe('stopping');
    expect(outcome(run(...asking, stopAccepted, ready))).toBe('stopped');
  });

  test('after a lost request one "idle" is too early to say that it is over', () => {
    const refusal: ListenInput = { kind: 'stopAnswered', failure: { kind: 'refused', retcode: '900-003' } };
    expect(run(asked, lost, stopAsked, refusal, ownState('idle')).shown.kind).toBe('stopping');
  });

  test('a refusal may mean that it is over already: the own state tells', () => {
    const refusal: ListenInput = { kind: 'stopAnswered', failure: { kind: 'refused', retcode: '900-005' } };
    expect(outcome(run(asked, accepted, offHook, talking, stopAsked, refusal, ownState('idle')))).toBe('stopped');
  });

  test('a stop without effect is said, and listening goes on being shown', () => {
    const gone: ListenInput = { kind: 'stopAnswered', failure: { kind: 'timeout' } };
    const still = run(asked, accepted, offHook, talking, stopAsked, gone, ownState('occupied'), timer('settle'), ownState('occupied'));
    expect(still.shown).toMatchObject({ kind: 'listening', problem: { code: 'no-answer' } });
  });

  test('an accepted stop without events is asked about after a while', () => {
    const silent = run(asked, accepted, offHook, talking, stopAsked, stopAccepted, timer('stop'));
    expect(asks(silent)).toBe(1);
    expect(outcome(run(asked, accepted, offHook, talking, stopAsked, stopAccepted, timer('stop'), ownState('idle')))).toBe('stopped');
  });
});

test('a request that Earshot did not send is a refusal with its reason', () => {
  const withheld: ListenInput = { kind: 'withheld', problem: { code: 'audit-not-written', meaning: 'audit-not-written' } };
  expect(run(asked, withheld).shown).toMatchObject({ outcome: 'refused', problem: { code: 'audit-not-written' } });
  expect(outcome(run(asked, stopAsked, withheld))).toBe('stopped');
});

describe('the inspector’s own word', () => {
  const unknown = [asked, accepted, busy, alerting, blind, timer('ring'), ownState('occupied'), timer('uncertain')] as const;

  test('"I hear it" is listening, until the gateway says that the call is over', () => {
    expect(run(...unknown, hears(true)).shown.kind).toBe('listening');
    expect(run(...unknown, hears(true), ownState('occupied')).shown.kind).toBe('listening');
    expect(run(...unknown, hears(true), stillRings, stillRings).shown.kind).toBe('listening');
    const soon = [ownState('idle'), timer('settle'), ownState('idle'), timer('settle')];
    const over = run(...unknown, hears(true), ...soon, ownState('idle'));
    expect(over.shown).toMatchObject({ outcome: 'endedByOtherSide', heardFor: 5_000 });
  });

  test('"I hear nothing" stops what may be left of it, and nothing counts as heard', () => {
    const nothing = run(...unknown, hears(false));
    expect(nothing.effects).toContainEqual({ kind: 'stop', workNo: '20011' });
    expect(run(...unknown, hears(false), stopAccepted, ready).shown).toMatchObject({ outcome: 'stopped', heardFor: null });
  });

  test('changes nothing where it was settled while the hand was on its way', () => {
    for (const yes of [true, false]) {
      expect(run(asked, accepted, alerting, hears(yes)).shown.kind).toBe('ringing');
      const listening = run(asked, accepted, alerting, offHook, talking, hears(yes));
      expect(listening.shown.kind).toBe('listening');
      expect(listening.effects).not.toContainEqual({ kind: 'stop', workNo: '20011' });
    }
  });
});
