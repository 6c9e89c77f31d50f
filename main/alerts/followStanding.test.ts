import { describe, expect, test } from 'vitest';
import { listenOutcomes, type Listen } from '../../contract/state.ts';
import type { NamedPlan } from '../../contract/standing.ts';
import { advanceFollow, followEndReason, shownFollow, type FollowEffect, type FollowInput, type FollowState } from './follow.ts';
import type { StandingAgent } from './standingOrder.ts';
import { offline, signedIn } from '../../test/support/alertStates.ts';

const hour = 3_600_000;
const plan: NamedPlan = {
  targets: [
    { kind: 'agent', agent: { workNo: '1', name: 'Li Wei' } },
    { kind: 'group', group: 'Sales' },
  ],
  time: { kind: 'hours', hours: 4 },
  listens: null,
};
const morning: NamedPlan = { ...plan, time: { kind: 'window', from: 9 * 60, to: 12 * 60 } };
const at = (hours: number, minutes = 0): number => new Date(2026, 5, 10, hours, minutes).getTime();

/** The machine, with all that it did. */
function machine(made: NamedPlan = plan) {
  let state: FollowState = { kind: 'off' };
  let now = 0;
  const effects: FollowEffect[] = [];
  const give = (input: FollowInput): void => {
    const step = advanceFollow(state, input, now);
    state = step.state;
    effects.push(...step.effects);
  };
  const look = (mode: 'ask' | 'listen', states: Readonly<Record<string, 'free' | 'talking' | 'unseen'>>): void => {
    const agents = Object.entries(states).map(([workNo, is]): StandingAgent => ({
      workNo,
      name: `Agent ${workNo}`,
      phase: is === 'free' ? null : 'talking',
      unseen: is === 'unseen',
    }));
    give({ kind: 'looked', look: agents, mode });
  };
  give({ kind: 'standing', plan: made });
  return {
    give,
    asked: look.bind(null, 'ask'),
    byItself: look.bind(null, 'listen'),
    later: (milliseconds: number) => (now += milliseconds),
    shown: () => shownFollow(state),
    waits: () => {
      const shown = shownFollow(state);
      return shown.kind === 'standing' ? shown.standing.waits : `${shown.kind} ${'agent' in shown ? shown.agent.workNo : ''}`.trim();
    },
    listened: () => effects.flatMap((effect) => (effect.kind === 'listen' ? [effect.agent.workNo] : [])),
    ends: () => effects.filter(({ kind }) => kind === 'sayEnd'),
  };
}

const agentOf = (workNo: string) => ({ workNo, name: '' });
const underWay = (workNo: string, kind: 'requesting' | 'ringing' | 'listening' = 'requesting'): FollowInput => ({
  kind: 'listen',
  listen: kind === 'requesting' ? { kind, agent: agentOf(workNo), since: 0 } : { kind, agent: agentOf(workNo), since: 0, problem: null },
});
const ended = (workNo: string, outcome: (typeof listenOutcomes)[number], heardFor: number | null): FollowInput => ({
  kind: 'listen',
  listen: { kind: 'ended', agent: agentOf(workNo), since: 0, outcome, problem: null, heardFor } satisfies Listen,
});

describe('a standing listen', () => {
  test('asks about a call that begins, and not about one that it found', () => {
    const { asked, waits, shown } = machine();
    expect(waits()).toBe('look');
    asked({ 1: 'talking', 2: 'free' });
    expect(waits()).toBe('call');
    asked({ 1: 'talking', 2: 'talking' });
    expect(shown()).toMatchObject({
      kind: 'asking',
      agent: { workNo: '2', name: 'Agent 2' },
      phase: 'talking',
      standing: { here: 2, listens: 0 },
    });
  });

  test('of calls that begin at the same time it takes the first in order, and the others stay on the list', () => {
    const { asked, give, waits } = machine();
    asked({ 1: 'free', 2: 'free', 3: 'free' });
    asked({ 1: 'free', 2: 'talking', 3: 'talking' });
    expect(waits()).toBe('asking 2');
    give({ kind: 'skipped' });
    expect(waits()).toBe('asking 3');
    give({ kind: 'skipped' });
    expect(waits()).toBe('call');
    asked({ 1: 'free', 2: 'talking', 3: 'talking' });
    expect(waits()).toBe('call');
    asked({ 1: 'free', 2: 'free', 3: 'talking' });
    asked({ 1: 'free', 2: 'talking', 3: 'talking' });
    expect(waits()).toBe('asking 2');
  });

  test('a question stands until it is answered or its call is over; then comes the first of those that began meanwhile and go on', () => {
    const { asked, waits } = machine();
    asked({ 1: 'free', 2: 'free', 3: 'free' });
    asked({ 1: 'free', 2: 'free', 3: 'talking' });
    asked({ 1: 'talking', 2: 'free', 3: 'talking' });
    expect(waits()).toBe('asking 3');
    asked({ 1: 'talking', 2: 'talking', 3: 'free' });
    expect(waits()).toBe('asking 1');
    asked({ 1: 'free', 2: 'free', 3: 'free' });
    expect(waits()).toBe('call');
  });

  test('goes on after a listen, whose calls beside it are passed over', () => {
    const { byItself, give, waits, listened } = machine();
    byItself({ 1: 'free', 2: 'free' });
    byItself({ 1: 'talking', 2: 'talking' });
    expect(waits()).toBe('calling 1');
    give(underWay('1'));
    give(underWay('1', 'listening'));
    expect(waits()).toBe('listen');
    byItself({ 1: 'free', 2: 'talking', 3: 'free' });
    byItself({ 1: 'talking', 2: 'talking', 3: 'talking' });
    give(ended('1', 'stopped', 60_000));
    expect(waits()).toBe('call');
    byItself({ 1: 'talking', 2: 'talking', 3: 'talking' });
    expect(waits()).toBe('call');
    byItself({ 1: 'talking', 2: 'free', 3: 'talking' });
    byItself({ 1: 'talking', 2: 'talking', 3: 'talking' });
    expect(listened()).toEqual(['1', '2']);
  });

  test('counts what was heard, and is over with the last that it was made for', () => {
    const { asked, give, waits, ends } = machine({ ...plan, listens: 1 });
    asked({ 1: 'free' });
    asked({ 1: 'talking' });
    give({ kind: 'accepted' });
    give(ended('1', 'endedByOtherSide', null));
    expect(waits()).toBe('call');
    asked({ 1: 'free' });
    asked({ 1: 'talking' });
    give({ kind: 'accepted' });
    give(underWay('1', 'listening'));
    expect(ends()).toEqual([]);
    give(ended('1', 'hungUp', 4_000));
    expect(ends()).toEqual([{ kind: 'sayEnd', why: 'listensDone', listens: 1 }]);
    expect(waits()).toBe('off');
  });

  test('waits for the end of a listen that the inspector chose, and does not count it', () => {
    const { asked, give, waits, shown } = machine();
    asked({ 1: 'free', 2: 'free' });
    asked({ 1: 'talking', 2: 'free' });
    give(underWay('9'));
    expect(waits()).toBe('listen');
    give(underWay('9', 'listening'));
    give(ended('9', 'hungUp', 4_000));
    expect(shown()).toMatchObject({ kind: 'standing', standing: { waits: 'call', listens: 0 } });
    asked({ 1: 'talking', 2: 'free' });
    expect(waits()).toBe('call');
  });

  test.each(
    listenOutcomes.map((outcome) => [outcome, ['notAnswered', 'phoneUnavailable', 'refused', 'notStarted'].includes(outcome)] as const),
  )('after a listen by itself that ended unheard as %s, it waits for the inspector: %s', (outcome, holds) => {
    const { byItself, give, waits } = machine();
    byItself({ 1: 'free' });
    byItself({ 1: 'talking' });
    give(underWay('1', 'ringing'));
    give(ended('1', outcome, null));
    expect(['refused', 'notPickedUp'].includes(waits())).toBe(holds);
    give({ kind: 'held', held: false });
    expect(waits()).toBe('call');
  });

  test('calls by itself with an alert, and after "Listen" without one', () => {
    const { asked, give, waits, listened } = machine();
    asked({ 1: 'free' });
    asked({ 1: 'talking' });
    give({ kind: 'accepted' });
    expect([waits(), ...listened()]).toEqual(['listen', '1']);
  });

  test('an answered question whose listen came to nothing is no reason to wait', () => {
    const { asked, give, waits } = machine();
    asked({ 1: 'free' });
    asked({ 1: 'talking' });
    give({ kind: 'accepted' });
    give(ended('1', 'notAnswered', null));
    expect(waits()).toBe('call');
  });

  test('Earshot’s own refusal is asked of no gateway, and waits for the inspector', () => {
    const { byItself, give, waits } = machine();
    byItself({ 1: 'free' });
    byItself({ 1: 'talking' });
    give({ kind: 'obstacle', obstacle: 'refused' });
    expect(waits()).toBe('refused');
  });

  test('agents who leave or come back do not end it, and who comes back in a call is not asked about', () => {
    const { asked, waits } = machine();
    asked({ 1: 'free', 2: 'free' });
    asked({});
    expect(waits()).toBe('call');
    asked({ 1: 'talking' });
    expect(waits()).toBe('call');
  });

  test('when its agent leaves, the question goes, and it does not', () => {
    const { asked, waits } = machine();
    asked({ 1: 'free' });
    asked({ 1: 'talking' });
    asked({});
    expect(waits()).toBe('call');
  });

  test('a call that began while nobody looked is passed over', () => {
    const { byItself, waits, listened } = machine();
    byItself({ 1: 'free' });
    byItself({ 1: 'unseen' });
    expect([waits(), ...listened()]).toEqual(['call']);
  });
});

describe('a standing listen is paused, and goes on by itself', () => {
  test.each(['notIdle', 'connection', 'notSeen'] as const)(
    '%s: says so, asks nothing, and takes no call that began meanwhile',
    (obstacle) => {
      const { byItself, give, waits, listened } = machine();
      byItself({ 1: 'free', 2: 'free' });
      give({ kind: 'obstacle', obstacle });
      expect(waits()).toBe(obstacle);
      byItself({ 1: 'talking', 2: 'free' });
      give({ kind: 'noObstacle' });
      byItself({ 1: 'talking', 2: 'free' });
      expect([waits(), ...listened()]).toEqual(['call']);
      byItself({ 1: 'talking', 2: 'talking' });
      expect(listened()).toEqual(['2']);
    },
  );

  test('after the agents could not be seen, the first look finds, and asks nothing', () => {
    const { byItself, give, waits, listened } = machine();
    byItself({ 1: 'free' });
    give({ kind: 'obstacle', obstacle: 'connection' });
    give({ kind: 'noObstacle' });
    expect(waits()).toBe('look');
    byItself({ 1: 'talking' });
    expect([waits(), ...listened()]).toEqual(['call']);
  });

  test('its question goes with the pause and does not come back', () => {
    const { asked, give, waits } = machine();
    asked({ 1: 'free' });
    asked({ 1: 'talking' });
    give({ kind: 'obstacle', obstacle: 'notIdle' });
    expect(waits()).toBe('notIdle');
    give({ kind: 'noObstacle' });
    asked({ 1: 'talking' });
    expect(waits()).toBe('call');
  });

  test('by hand: until the inspector lets it go on', () => {
    const { byItself, give, waits, listened } = machine();
    byItself({ 1: 'free' });
    give({ kind: 'held', held: true });
    byItself({ 1: 'talking' });
    expect([waits(), ...listened()]).toEqual(['byHand']);
    give({ kind: 'held', held: false });
    byItself({ 1: 'talking' });
    expect([waits(), ...listened()]).toEqual(['call']);
  });

  test('a listen that goes on is not touched by an obstacle: it is the listen’s own matter', () => {
    const { byItself, give, waits } = machine();
    byItself({ 1: 'free' });
    byItself({ 1: 'talking' });
    give({ kind: 'obstacle', obstacle: 'notIdle' });
    expect(waits()).toBe('calling 1');
    give(underWay('1', 'listening'));
    give(ended('1', 'hungUp', 1_000));
    expect(waits()).toBe('notIdle');
  });

  test('the obstacles are those of following one agent', () => {
    expect(followEndReason(offline, { kind: 'ready', at: 0, count: 1, leftOut: 0 })).toBe('connection');
    expect(followEndReason({ ...signedIn, ownState: 'busy' }, { kind: 'ready', at: 0, count: 1, leftOut: 0 })).toBe('notIdle');
  });
});

describe('a standing listen is over', () => {
  test('after its hours, by the clock that no date moves', () => {
    const { give, later, ends } = machine();
    give({ kind: 'time', date: at(23) });
    later(4 * hour - 1);
    give({ kind: 'time', date: at(8) });
    expect(ends()).toEqual([]);
    later(1);
    give({ kind: 'time', date: at(8) });
    expect(ends()).toEqual([{ kind: 'sayEnd', why: 'hoursOver', listens: 0 }]);
  });

  test('with the end of its window, for whose beginning it waits', () => {
    const { byItself, give, waits, listened, ends } = machine(morning);
    give({ kind: 'time', date: at(8, 59) });
    byItself({ 1: 'free' });
    byItself({ 1: 'talking' });
    expect([waits(), ...listened()]).toEqual(['window']);
    give({ kind: 'time', date: at(9) });
    byItself({ 1: 'talking' });
    expect([waits(), ...listened()]).toEqual(['call']);
    byItself({ 1: 'free' });
    give({ kind: 'time', date: at(12) });
    expect(ends()).toEqual([{ kind: 'sayEnd', why: 'windowOver', listens: 0 }]);
  });

  test('a window through midnight goes on at midnight', () => {
    const { give, waits, ends } = machine({ ...plan, time: { kind: 'window', from: 22 * 60, to: 6 * 60 } });
    give({ kind: 'time', date: at(23, 59) });
    expect(waits()).toBe('look');
    give({ kind: 'time', date: at(24, 1) });
    expect(waits()).toBe('look');
    give({ kind: 'time', date: at(30) });
    expect(ends()).toHaveLength(1);
  });

  test('a date that is set back before the window makes it wait again, and never last longer than a day', () => {
    const { give, later, waits, ends } = machine(morning);
    give({ kind: 'time', date: at(10) });
    give({ kind: 'time', date: at(8) });
    expect(waits()).toBe('window');
    expect(ends()).toEqual([]);
    later(25 * hour);
    give({ kind: 'time', date: at(8) });
    expect(ends()).toEqual([{ kind: 'sayEnd', why: 'windowOver', listens: 0 }]);
  });

  test('its listen goes on when the window ends', () => {
    const { byItself, give, waits, listened } = machine(morning);
    give({ kind: 'time', date: at(11, 59) });
    byItself({ 1: 'free' });
    byItself({ 1: 'talking' });
    give(underWay('1', 'listening'));
    give({ kind: 'time', date: at(12) });
    expect([waits(), ...listened()]).toEqual(['off', '1']);
  });

  test.each(['sessionOver', 'notAllowed'] as const)('with a word when %s', (obstacle) => {
    const { give, ends, waits } = machine();
    give({ kind: 'obstacle', obstacle });
    expect(ends()).toEqual([{ kind: 'sayEnd', why: obstacle, listens: 0 }]);
    expect(waits()).toBe('off');
  });

  test('without a word when the inspector ends it', () => {
    const { give, ends, waits } = machine();
    give({ kind: 'unfollowed' });
    expect([waits(), ...ends()]).toEqual(['off']);
  });
});

test('a change of its list leaves its hours, its count and a pause as they are', () => {
  const { asked, give, later, shown } = machine();
  asked({ 1: 'free' });
  asked({ 1: 'talking' });
  give({ kind: 'accepted' });
  give(underWay('1', 'listening'));
  give(ended('1', 'hungUp', 1_000));
  give({ kind: 'held', held: true });
  later(hour);
  give({ kind: 'standing', plan: { ...plan, targets: [{ kind: 'group', group: 'Care' }] } });
  expect(shown()).toMatchObject({ kind: 'standing', standing: { until: 4 * hour, listens: 1, waits: 'byHand' } });
});

test('a change of it asks about no call that goes on already, and lets another length count from now on', () => {
  const { byItself, give, later, shown, listened } = machine();
  byItself({ 1: 'free', 2: 'talking' });
  later(hour);
  give({ kind: 'standing', plan: { ...plan, time: { kind: 'hours', hours: 1 } } });
  byItself({ 1: 'free', 2: 'talking', 3: 'talking' });
  expect(shown()).toMatchObject({ kind: 'standing', standing: { waits: 'call', until: 2 * hour } });
  expect(listened()).toEqual([]);
});

test('it takes the place of one agent who was followed', () => {
  const armed = advanceFollow({ kind: 'off' }, { kind: 'armed', agent: agentOf('1') }, 0).state;
  expect(shownFollow(advanceFollow(armed, { kind: 'standing', plan }, 0).state)).toMatchObject({ kind: 'standing' });
});
