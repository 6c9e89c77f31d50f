import { describe, expect, test } from 'vitest';
import { type ListenInput } from './listenMachine.ts';
import { watchOf } from './watch.ts';
import {
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
  timer,
  ownState,
  ownCall,
  talking,
  stillRings,
  watch,
  refused,
  run,
  outcome,
  requests,
  asks,
} from '../../test/support/listenInputs.ts';

describe('what got lost is not guessed', () => {
  const gap: ListenInput = { kind: 'regained' };

  test('a ring whose end was heard of after a gap may have been picked up in it', () => {
    const over = run(asked, accepted, busy, alerting, gap, release('platform'), ownState('idle'));
    expect(outcome(over)).toBe('endedUnseen');
    expect(over.shown).toMatchObject({ heardFor: null, problem: { code: 'listen-ended-unseen' } });
    expect(outcome(run(asked, accepted, busy, alerting, gap, release('agent'), ownState('idle')))).toBe('endedUnseen');
  });

  test('from the loss on, not only from the return of contact', () => {
    const beforeTheReturn = run(asked, accepted, busy, { kind: 'lost' }, stopAsked, { kind: 'stopAnswered', failure: null }, ready);
    expect(outcome(beforeTheReturn)).toBe('stopped');
    expect(
      outcome(run(asked, accepted, busy, alerting, { kind: 'lost' }, timer('ring'), timer('overdue'), stillRings, stopAccepted, ready)),
    ).toBe('endedUnseen');
  });

  test('a lost answer and a gap: whether it began is not known', () => {
    expect(outcome(run(asked, lost, gap, ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedUnseen');
    expect(outcome(run(asked, lost, ownState('idle'), timer('settle'), ownState('idle')))).toBe('notStarted');
  });

  test('a lost answer and "idle" again: perhaps it was over before anything was told of it', () => {
    expect(outcome(run(asked, lost, ready, ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedUnseen');
  });

  test('an acceptance that was only concluded proves nothing about what did not happen', () => {
    expect(outcome(run(asked, lost, busy, alerting, release('platform'), ownState('idle')))).toBe('endedUnseen');
    expect(outcome(run(asked, busy, lost, alerting, release('platform'), ownState('idle')))).toBe('endedUnseen');
  });

  test('is not over by two answers soon after the phone’s last step: they may be of the time before it', () => {
    const picked = run(asked, accepted, busy, alerting, offHook, ownState('idle'), timer('settle'), ownState('idle'));
    expect(picked.shown.kind).not.toBe('ended');
    const settled = [timer('settle'), ownState('idle'), timer('settle'), ownState('idle')];
    expect(outcome(run(asked, accepted, alerting, offHook, ownState('idle'), timer('settle'), ownState('idle'), ...settled))).toBe(
      'endedUnseen',
    );
  });

  test('accepted and over without any event is told some seconds later: until then, the answers may be of the time before it', () => {
    const soon = [asked, accepted, gap, ownState('idle'), timer('settle'), ownState('idle')] as const;
    expect(run(...soon).shown.kind).toBe('calling');
    expect(outcome(run(...soon, timer('settle'), ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedUnseen');
  });

  test('a phone that never rang and was put down was off-hook: it was not declined', () => {
    expect(outcome(run(asked, accepted, busy, release('agent'), ownState('idle')))).toBe('endedUnseen');
  });

  test('occupied for a moment without a ring may have been a long-call line', () => {
    expect(outcome(run(asked, accepted, busy, ready, ownState('idle')))).toBe('endedUnseen');
  });
});

describe('a request that arrives after its answer was given up', () => {
  const believedLost = [asked, lost, ownState('idle'), timer('settle'), ownState('idle')] as const;

  test('is this listen: it calls, rings and is heard', () => {
    expect(outcome(run(...believedLost))).toBe('notStarted');
    expect(run(...believedLost, busy).shown.kind).toBe('calling');
    expect(run(...believedLost, busy, alerting).shown.kind).toBe('ringing');
    expect(run(...believedLost, alerting).shown.kind).toBe('ringing');
    expect(run(...believedLost, busy, alerting, offHook, talking).shown.kind).toBe('listening');
    expect(requests(run(...believedLost, busy, alerting, offHook, talking))).toBe(1);
  });

  test('and finds the phone busy did begin', () => {
    expect(outcome(run(...believedLost, event('AgentOther_PhoneBusy')))).toBe('phoneUnavailable');
    expect(outcome(run(...believedLost, event('AgentOther_PhoneBusy'), busy))).toBe('phoneUnavailable');
  });

  test('is this listen too where its first event was lost: the own state is asked for and tells', () => {
    const regained = run(...believedLost, { kind: 'lost' }, { kind: 'regained' });
    expect(regained.effects.at(-1)).toEqual({ kind: 'askOwnCall' });
    expect(outcome(regained)).toBe('notStarted');
    expect(run(...believedLost, watch, ownState('occupied'), alerting).shown.kind).toBe('ringing');
    expect(run(...believedLost, watch, stillRings).shown.kind).toBe('ringing');
    expect(run(...believedLost, watch, talking).shown.kind).toBe('listening');
    expect(outcome(run(...believedLost, watch, ownCall('idle')))).toBe('notStarted');
  });

  test('nothing is asked where nothing can begin any more', () => {
    const stopped = [asked, accepted, busy, alerting, offHook, talking, stopAsked, stopAccepted, ready] as const;
    expect(run(...stopped, { kind: 'regained' }).effects).toEqual(run(...stopped).effects);
    const much = Array.from({ length: 121 }, () => timer('settle'));
    expect(run(...believedLost, ...much, { kind: 'regained' }).effects).toEqual(run(...believedLost, ...much).effects);
  });

  test('is remembered past the next click: what that was refused for may be the one before', () => {
    const next = [...believedLost, asked, refused('900-005')] as const;
    expect(run(...next).effects).toContainEqual({ kind: 'askOwnState' });
    expect(outcome(run(...next))).toBe('refused');
    expect(run(...next, timer('uncertain')).shown.kind).toBe('outcomeUnknown');
    expect(outcome(run(...next, timer('uncertain'), ownState('idle'), ownState('idle')))).toBe('notStarted');
    expect(run(...next, talking).shown.kind).toBe('listening');
    expect(run(...next, alerting).shown.kind).toBe('ringing');
    expect(outcome(run(...next, ownState('idle')))).toBe('refused');
  });

  test('after a stop was asked for is stopped as soon as it begins', () => {
    const stopped = run(
      asked,
      lost,
      stopAsked,
      { kind: 'stopAnswered', failure: { kind: 'refused', retcode: '900-003' } },
      ownState('idle'),
    );
    expect(outcome(stopped)).toMatch(/stopped|outcomeUnknown|stopping/);
    const late = run(
      ...[asked, lost, stopAsked, { kind: 'stopAnswered', failure: { kind: 'refused', retcode: '900-003' } } as const],
      ...[ownState('idle'), timer('settle'), ownState('idle'), busy],
    );
    expect(late.effects.filter(({ kind }) => kind === 'stop')).toHaveLength(2);
    expect(late.shown.kind).toBe('stopping');
  });

  test('two minutes later it is something else', () => {
    const much = Array.from({ length: 121 }, () => timer('settle'));
    expect(run(...believedLost, ...much, busy).shown.kind).toBe('ended');
  });
});

describe('an answer that was lost', () => {
  test('is shown as unknown and asked about', () => {
    const unknown = run(asked, lost);
    expect(unknown.shown.kind).toBe('outcomeUnknown');
    expect(asks(unknown)).toBe(1);
  });

  test('occupied: the gateway did take the request', () => {
    expect(run(asked, lost, ownState('occupied')).shown.kind).toBe('calling');
    expect(run(asked, lost, busy).shown.kind).toBe('calling');
    expect(run(asked, busy, lost).shown.kind).toBe('calling');
  });

  test('idle once may be too early; idle twice: it was never started', () => {
    expect(run(asked, lost, ownState('idle')).shown.kind).toBe('outcomeUnknown');
    expect(outcome(run(asked, lost, ownState('idle'), timer('settle'), ownState('idle')))).toBe('notStarted');
  });

  test('a query without an answer is asked again', () => {
    const again = run(asked, lost, ownState(null));
    expect(again.effects.at(-1)).toEqual({ kind: 'startTimer', timer: 'settle' });
  });

  test('the ring is shown even while the outcome is unknown, and the pick-up waits for the query', () => {
    expect(run(asked, lost, alerting).shown.kind).toBe('ringing');
    expect(run(asked, lost, alerting, offHook).shown.kind).toBe('ringing');
    expect(run(asked, lost, alerting, offHook, ownState('occupied')).shown.kind).toBe('ringing');
    expect(run(asked, lost, alerting, offHook, talking).shown.kind).toBe('listening');
  });

  test('the request is never sent again', () => {
    expect(requests(run(asked, lost, ownState('idle'), timer('settle'), ownState('idle')))).toBe(1);
  });

  test('after a lost link the gateway is asked whether it still goes on', () => {
    const listening = [asked, accepted, busy, alerting, offHook, talking, { kind: 'regained' } as const];
    expect(run(...listening, ownState('occupied')).shown.kind).toBe('listening');
    expect(outcome(run(...listening, ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedByOtherSide');
  });
});

test('a request that was given up is no longer waited for once the gateway took the next one: what comes is that one’s', () => {
  const other = { workNo: '20012', name: 'Wang Fang' };
  const next = [
    asked,
    lost,
    ownState('idle'),
    timer('settle'),
    ownState('idle'),
    { kind: 'asked', agent: other } as const,
    accepted,
  ] as const;
  const over = [...next, busy, alerting, release('platform'), ownState('idle')] as const;
  expect(run(...over, alerting, stillRings).shown).toMatchObject({ kind: 'ringing', agent: other });
});

test('an end that events told of and an old answer denied is asked about again soon', () => {
  const denied = run(asked, accepted, busy, alerting, offHook, talking, release('agent'), ownState('occupied'));
  expect(denied.shown.kind).toBe('listening');
  expect(watchOf(denied.state, 0)).toBe('unsure');
  const borneOut = run(
    asked,
    accepted,
    busy,
    alerting,
    offHook,
    talking,
    release('agent'),
    ownState('occupied'),
    talking,
    talking,
    talking,
  );
  expect(watchOf(borneOut.state, 0)).toBe('talk');
});

test('an end that one answer denied, and no second one, is said to be unknown after a moment', () => {
  const denied = [asked, accepted, busy, alerting, offHook, talking, release('agent'), ownState('occupied')] as const;
  expect(run(...denied, timer('ending')).shown.kind).toBe('outcomeUnknown');
  expect(run(...denied, talking, timer('ending')).shown.kind).toBe('listening');
});

test('a pick-up that an answer alone told of is asked about again soon: the answer may be of the call before', () => {
  const found = run(asked, accepted, busy, talking);
  expect(found.shown.kind).toBe('listening');
  expect(watchOf(found.state, 0)).toBe('unsure');
  expect(watchOf(run(asked, accepted, busy, talking, talking, talking).state, 0)).toBe('talk');
  expect(run(asked, accepted, busy, talking, stillRings, stillRings).shown.kind).toBe('ringing');
});

test('while listening, a question that is not answered at once is asked again soon: one slow answer does not hold up the truth', () => {
  const heard = [asked, accepted, busy, alerting, offHook, talking] as const;
  expect(watchOf(run(...heard).state, 0)).toBe('talk');
  expect(watchOf(run(...heard, watch).state, 0)).toBe('unsure');
  expect(watchOf(run(...heard, watch, ownCall('noAnswer')).state, 0)).toBe('unsure');
  for (const answer of [talking, ownState('occupied'), ownCall('unknown')]) {
    expect(watchOf(run(...heard, watch, answer).state, 0)).toBe('talk');
  }
});

describe('while the request’s answer is late', () => {
  test('the gateway is asked, and a ring is shown', () => {
    expect(run(asked, watch).effects.at(-1)).toEqual({ kind: 'askOwnCall' });
    expect(run(asked, watch, stillRings).shown.kind).toBe('ringing');
    expect(run(asked, watch, stillRings, accepted, talking).shown.kind).toBe('listening');
    expect(run(asked, watch, stillRings, lost, talking).shown.kind).toBe('listening');
  });

  test('"on a call" may be the one before', () => {
    expect(run(asked, watch, talking).shown.kind).toBe('requesting');
    expect(outcome(run(asked, watch, talking, refused('900-005')))).toBe('refused');
  });

  test('and may be this one, over again before the answer is given up: nobody says then that it never began', () => {
    expect(outcome(run(asked, watch, talking, lost, ownState('idle'), timer('settle'), ownState('idle')))).toBe('endedUnseen');
    expect(outcome(run(asked, watch, lost, ownState('idle'), timer('settle'), ownState('idle')))).toBe('notStarted');
  });
});
