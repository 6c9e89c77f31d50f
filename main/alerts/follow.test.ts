import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agentStates, type AgentState } from '../../contract/agentState.ts';
import type { Session } from '../../contract/state.ts';
import { advanceFollow, followEndReason, type FollowEndReason, type FollowInput, type FollowState } from './follow.ts';
import { agent, listens, offline, reconnecting, signedIn } from '../../test/support/alertStates.ts';

const armed: FollowState = { kind: 'armed', agent, armedAt: 1, skip: false };
const begun = { agent, armedAt: 1, since: 5, phase: 'talking' } as const;
const step = (state: FollowState, input: FollowInput): ReturnType<typeof advanceFollow> => advanceFollow(state, input, 5);
const seen = (state: AgentState | null, mode: 'ask' | 'listen' = 'ask'): FollowInput => ({
  kind: 'seen',
  row: state === null ? null : { name: agent.name, state },
  mode,
});

describe('following an agent', () => {
  test('asks when a call begins', () => {
    expect(step(armed, seen('talking'))).toEqual({ state: { kind: 'asking', ...begun }, effects: [] });
    expect(step(armed, seen('occupied')).state).toMatchObject({ kind: 'asking', phase: 'occupied' });
  });

  test.each(agentStates.filter((state) => !['talking', 'occupied', 'signedOut'].includes(state)))('waits while they are %s', (state) => {
    expect(step(armed, seen(state))).toEqual({ state: armed, effects: [] });
  });

  test('takes the name from the first look, when it was not known', () => {
    const nameless: FollowState = { ...armed, agent: { workNo: agent.workNo, name: agent.workNo } };
    expect(step(nameless, seen('idle')).state).toEqual(armed);
    expect(step(nameless, seen('talking')).state).toEqual({ kind: 'asking', ...begun });
  });

  test('listens by itself where that is the setting, once', () => {
    const first = step(armed, seen('talking', 'listen'));
    expect(first).toEqual({ state: { kind: 'calling', ...begun }, effects: [{ kind: 'listen', agent }] });
    expect(step(first.state, seen('talking', 'listen')).effects).toEqual([]);
  });

  test('is over when the listen that it asked for has come to something', () => {
    const calling: FollowState = { kind: 'calling', ...begun };
    for (const listen of listens) {
      const over = ['idle', 'ended', 'listening'].includes(listen.kind);
      expect(step(calling, { kind: 'listen', listen }).state.kind).toBe(over ? 'off' : 'calling');
    }
  });

  test('goes on waiting when the call ends before the inspector answered', () => {
    expect(step({ kind: 'asking', ...begun }, seen('idle')).state).toEqual(armed);
  });

  test('"not now" is asked no more about this call, but about the next', () => {
    const skipped = step({ kind: 'asking', ...begun }, { kind: 'skipped' }).state;
    expect(step(skipped, seen('talking')).state).toEqual(skipped);
    const free = step(skipped, seen('idle')).state;
    expect(step(free, seen('talking')).state.kind).toBe('asking');
  });

  test('ends with the listen that the inspector chose, and with a word when it is another agent’s', () => {
    const requesting = (workNo: string): FollowInput => ({
      kind: 'listen',
      listen: { kind: 'requesting', agent: { workNo, name: '' }, since: 5 },
    });
    expect(step({ kind: 'asking', ...begun }, requesting(agent.workNo))).toEqual({ state: { kind: 'off' }, effects: [] });
    expect(step(armed, requesting('20012'))).toEqual({
      state: { kind: 'off' },
      effects: [{ kind: 'say', why: 'otherListen', agent }],
    });
  });

  test.each<[string, FollowInput, FollowEndReason]>([
    ['the agent signs out', seen('signedOut'), 'signedOut'],
    ['the agent is gone', seen(null), 'signedOut'],
    ['an hour passes', { kind: 'obstacle', obstacle: 'anHour' }, 'anHour'],
    ['contact is lost', { kind: 'obstacle', obstacle: 'connection' }, 'connection'],
  ])('ends, and says why, when %s', (_name, input, why) => {
    for (const state of [armed, { kind: 'asking', ...begun } as const]) {
      expect(step(state, input)).toEqual({ state: { kind: 'off' }, effects: [{ kind: 'say', why, agent }] });
    }
  });

  test('a listen that was refused ends it, with a word', () => {
    expect(step({ kind: 'calling', ...begun }, { kind: 'obstacle', obstacle: 'refused' }).effects).toEqual([
      { kind: 'say', why: 'refused', agent },
    ]);
  });

  const ready = { kind: 'ready', at: 0, count: 1, leftOut: 0 } as const;
  const problem = { code: 'no-answer', meaning: 'no-answer' } as const;
  const stale: Session = { ...signedIn, connection: { kind: 'stale', lastContact: 0, problem: null } };
  test.each<[string, Session, Parameters<typeof followEndReason>[1], FollowEndReason | null]>([
    ['nothing', signedIn, ready, null],
    ['a stale connection', stale, ready, 'connection'],
    ['no connection', offline, ready, 'connection'],
    ['a connection that is sought', reconnecting, ready, 'connection'],
    ['not being idle', { ...signedIn, ownState: 'busy' }, ready, 'notIdle'],
    ['not knowing the own state', { ...signedIn, ownState: 'unknown' }, ready, 'notIdle'],
    ['the end of the session', { kind: 'signedOut', problem: null }, ready, 'sessionOver'],
    ['a roster that cannot be looked at', signedIn, { kind: 'failed', at: 0, problem }, 'notSeen'],
    ['a roster that is being loaded', signedIn, { kind: 'loading', at: null }, null],
  ])('obstacle: %s', (_name, session, roster, obstacle) => {
    expect(followEndReason(session, roster)).toBe(obstacle);
  });

  test('whatever happens, one arming asks the gateway at most once', () => {
    const input = fc.oneof(
      fc.record({
        kind: fc.constant('seen' as const),
        row: fc.option(fc.constantFrom(...agentStates).map((state) => ({ name: agent.name, state }))),
        mode: fc.constantFrom('ask' as const, 'listen' as const),
      }),
      fc.record({
        kind: fc.constant('obstacle' as const),
        obstacle: fc.constantFrom('connection' as const, 'anHour' as const, 'refused' as const),
      }),
      fc.constantFrom({ kind: 'skipped' as const }, { kind: 'unfollowed' as const }),
      fc.constantFrom(...listens).map((listen) => ({ kind: 'listen' as const, listen })),
    );
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        let state: FollowState = armed;
        let listened = 0;
        for (const one of inputs) {
          const next = step(state, one);
          state = next.state;
          listened += next.effects.filter(({ kind }) => kind === 'listen').length;
        }
        expect(listened).toBeLessThanOrEqual(1);
      }),
    );
  });
});
