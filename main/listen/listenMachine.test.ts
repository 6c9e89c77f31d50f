import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentState } from '../../contract/agentState.ts';
import type { Listen } from '../../contract/state.ts';
import { listenSchema } from '../../contract/state.ts';
import type { plainEvents } from '../gateway/agentevent.ts';
import type { Failure } from '../gateway/failure.ts';
import { shownListen, type ListenState } from './facts.ts';
import type { OwnCall } from './onAnswer.ts';
import { advance, type ListenInput } from './listenMachine.ts';
import { watchOf } from './watch.ts';
import type { ListenEffect, ListenTimer } from './step.ts';

const agent = { workNo: '20011', name: 'Li Wei' };
const asked: ListenInput = { kind: 'asked', agent };
const accepted: ListenInput = { kind: 'requestAnswered', failure: null };
const lost: ListenInput = { kind: 'requestAnswered', failure: { kind: 'timeout' } };
const stopAsked: ListenInput = { kind: 'stopAsked' };
const stopAccepted: ListenInput = { kind: 'stopAnswered', failure: null };
const event = (type: (typeof plainEvents)[number]): ListenInput => ({
  kind: 'event',
  event: { type },
});
const busy = event('AgentState_Busy');
const alerting = event('AgentOther_PhoneAlerting');
const offHook = event('AgentOther_PhoneOffhook');
const ready = event('AgentState_Ready');
const release = (by: 'platform' | 'agent' | 'unknown'): ListenInput => ({ kind: 'event', event: { type: 'AgentOther_PhoneRelease', by } });
const notReady = (reason: number): ListenInput => ({ kind: 'event', event: { type: 'AgentState_SetNotReady_Success', reason } });
const timer = (name: ListenTimer): ListenInput => ({ kind: 'timer', timer: name });
const ownState = (state: 'idle' | 'occupied' | 'busy' | null): ListenInput => ({ kind: 'ownState', state });
const ownCall = (state: OwnCall): ListenInput => ({ kind: 'ownCall', state });
const talking = ownCall('talking');
const stillRings = ownCall('answering');
/** A gateway that does not say the phase of the own call. */
const blind = ownCall(null);
const watch: ListenInput = { kind: 'watch' };
/** What the list of agents says of the inspector, and of who is listened to. */
const list = (own: AgentState | null, heardAgent: AgentState | null = 'talking'): ListenInput => ({ kind: 'list', own, agent: heardAgent });
const hears = (yes: boolean): ListenInput => ({ kind: 'hearing', hears: yes });
const refused = (retcode: string): ListenInput => ({ kind: 'requestAnswered', failure: { kind: 'refused', retcode } });

interface Run {
  readonly state: ListenState;
  readonly shown: Listen;
  readonly steps: readonly string[];
  readonly effects: readonly ListenEffect[];
}

/** Runs the machine through inputs, a second apart. */
function run(...inputs: readonly ListenInput[]): Run {
  let state: ListenState = { kind: 'idle' };
  const steps: string[] = [];
  const effects: ListenEffect[] = [];
  let now = 0;
  for (const input of inputs) {
    now += 1_000;
    const step = advance(state, input, now);
    state = step.state;
    effects.push(...step.effects);
    const { kind } = shownListen(state);
    if (steps.at(-1) !== kind) steps.push(kind);
  }
  return { state, shown: shownListen(state), steps, effects };
}

const outcome = (result: Run): string => (result.shown.kind === 'ended' ? result.shown.outcome : result.shown.kind);
const requests = (result: Run): number => result.effects.filter((effect) => effect.kind === 'request').length;
const asks = (result: Run): number => result.effects.filter((effect) => effect.kind === 'askOwnState').length;

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
    const waiting = [asked, accepted, busy, alerting, offHook, ownCall('noAnswer'), timer('doubt')] as const;
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
    const waiting = run(asked, accepted, busy, alerting, timer('ring'), ownCall('noAnswer'), timer('doubt'), timer('overdue'));
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
      timer('doubt'),
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

  test('the words about it are put away on wish, and by the next listen', () => {
    expect(run(asked, refused('900-002'), { kind: 'dismissed' }).shown.kind).toBe('idle');
    expect(run(asked, refused('900-002'), asked).shown.kind).toBe('requesting');
  });
});

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
    expect(run(...next, timer('doubt')).shown.kind).toBe('outcomeUnknown');
    expect(outcome(run(...next, timer('doubt'), ownState('idle'), ownState('idle')))).toBe('notStarted');
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

describe('late echoes of an earlier call', () => {
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

  test('an ending that neither is borne out nor denied leaves Stop in sight: it is said to be unknown', () => {
    const told = [asked, accepted, busy, alerting, offHook, talking, release('platform'), ownState(null), timer('doubt')] as const;
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

  test('a wish to stop outlives them', () => {
    expect(run(asked, busy, stopAsked, ready, accepted).effects).toContainEqual({ kind: 'stop', workNo: '20011' });
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

  test('what was doubted before the end is not doubted of a ring that comes after it', () => {
    const doubted = [asked, accepted, busy, alerting, offHook, talking, release('platform'), ownState(null), timer('doubt')] as const;
    expect(outcome(run(...doubted, ownCall('idle')))).toBe('endedByOtherSide');
    expect(run(...doubted, ownCall('idle'), alerting, stillRings).shown.kind).toBe('ringing');
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

test('a request that Earshot did not send is a refusal with its reason', () => {
  const withheld: ListenInput = { kind: 'withheld', problem: { code: 'audit-not-written', meaning: 'audit-not-written' } };
  expect(run(asked, withheld).shown).toMatchObject({ outcome: 'refused', problem: { code: 'audit-not-written' } });
  expect(outcome(run(asked, stopAsked, withheld))).toBe('stopped');
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

describe('the inspector’s own word', () => {
  const unknown = [asked, accepted, busy, alerting, blind, timer('ring'), ownState('occupied'), timer('doubt')] as const;

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

describe('whatever comes, in whatever order', () => {
  const failures: Failure[] = [
    { kind: 'timeout' },
    { kind: 'connectionLost' },
    { kind: 'aborted' },
    { kind: 'refused', retcode: '900-005' },
    { kind: 'unreachable', reason: 'no-route' },
    { kind: 'invalidResponse', reason: 'web-page', status: 200 },
  ];
  const input = fc.constantFrom<ListenInput[]>(
    asked,
    accepted,
    lost,
    stopAsked,
    stopAccepted,
    busy,
    alerting,
    offHook,
    talking,
    ready,
    release('agent'),
    release('platform'),
    notReady(2),
    notReady(3),
    notReady(7),
    ownState('idle'),
    ownState('occupied'),
    ownState('busy'),
    ownState(null),
    talking,
    stillRings,
    blind,
    ownCall('noAnswer'),
    ownCall('occupied'),
    ownCall('idle'),
    watch,
    list('answering'),
    list('idle', 'idle'),
    hears(true),
    hears(false),
    event('AgentOther_PhoneBusy'),
    event('AgentState_Work'),
    event('AgentOther_ShutdownService'),
    timer('ring'),
    timer('overdue'),
    timer('doubt'),
    timer('stop'),
    timer('settle'),
    { kind: 'regained' },
    { kind: 'sessionEnded' },
    { kind: 'dismissed' },
    ...failures.flatMap((failure): ListenInput[] => [
      { kind: 'requestAnswered', failure },
      { kind: 'stopAnswered', failure },
    ]),
  );

  test('the machine shows one step that fits the contract, and asks for a listen once for each click at most', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const result = run(...inputs);
        listenSchema.parse(result.shown);
        expect(requests(result)).toBeLessThanOrEqual(inputs.filter((each) => each.kind === 'asked').length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('"listening" is never shown unless the gateway took the request and the line is up', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        let state: ListenState = { kind: 'idle' };
        for (const [now, each] of inputs.entries()) {
          state = advance(state, each, now).state;
          if (shownListen(state).kind !== 'listening') continue;
          expect(state).toMatchObject({ kind: 'active', facts: { request: 'accepted' } });
          expect(state.kind === 'active' && state.facts.phone === 'offHook').toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('a listen that is stopped is over in the end, if the gateway says idle', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
        const rest = [
          stopAsked,
          accepted,
          stopAccepted,
          timer('stop'),
          ownState('idle'),
          ownState('idle'),
          stopAsked,
          stopAccepted,
          ownState('idle'),
        ];
        expect(['ended', 'idle']).toContain(run(...inputs, ...rest).shown.kind);
      }),
    );
  });
});
