import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { createStateHistory } from './history.ts';

const start = 1_700_000_000_000;
const at = (seconds: number): number => start + seconds * 1_000;

describe('the history of an agent', () => {
  test('is every state they were seen in, with when and how truly', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'atLeast');
    history.enter('101', 'talking', at(30), 'seen');
    expect(history.of('101')).toEqual([
      { state: 'idle', from: at(0), fromIs: 'atLeast' },
      { state: 'talking', from: at(30), fromIs: 'seen' },
    ]);
    expect(history.of('102')).toEqual([]);
  });

  test('the same state said again is no new one', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'atLeast');
    history.enter('101', 'idle', at(3), 'atLeast');
    expect(history.of('101')).toHaveLength(1);
  });

  test('an exact time moves the beginning of the present state', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'atLeast');
    history.confirm('101', at(-600), at(1));
    expect(history.of('101')).toEqual([{ state: 'idle', from: at(-600), fromIs: 'exact' }]);
  });

  test('an exact time later than thought is a return that no look saw', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'atLeast');
    history.confirm('101', at(60), at(90));
    expect(history.of('101')).toEqual([
      { state: 'idle', from: at(0), fromIs: 'atLeast' },
      { state: 'idle', from: at(60), fromIs: 'exact' },
    ]);
  });

  test('a time in which nobody looked is nothing, though the state after it is the same', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'seen');
    history.gap(at(10), at(100));
    expect(history.of('101')).toEqual([
      { state: 'idle', from: at(0), fromIs: 'seen' },
      { state: null, from: at(10), fromIs: 'exact' },
      { state: 'idle', from: at(100), fromIs: 'atLeast' },
    ]);
  });

  test('it is known all the same when the gateway says that the state lasted through it', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'seen');
    history.gap(at(10), at(100));
    history.confirm('101', at(0), at(101));
    expect(history.of('101')).toEqual([{ state: 'idle', from: at(0), fromIs: 'exact' }]);
  });

  test('what began within a gap leaves the rest of it unknown', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'seen');
    history.gap(at(10), at(100));
    history.confirm('101', at(40), at(101));
    expect(history.of('101')).toEqual([
      { state: 'idle', from: at(0), fromIs: 'seen' },
      { state: null, from: at(10), fromIs: 'exact' },
      { state: 'idle', from: at(40), fromIs: 'exact' },
    ]);
  });

  test('a gap after the gateway’s word is a gap again', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'seen');
    history.confirm('101', at(0), at(5));
    history.gap(at(10), at(100));
    expect(history.of('101').map(({ state }) => state)).toEqual(['idle', null, 'idle']);
  });

  test('a long day keeps its latest changes', () => {
    const history = createStateHistory();
    for (let change = 0; change < 1_000; change += 1) history.enter('101', change % 2 === 0 ? 'idle' : 'talking', at(change * 60), 'seen');
    const spans = history.of('101');
    expect(spans.length).toBeGreaterThanOrEqual(100);
    expect(spans.length).toBeLessThanOrEqual(150);
    expect(spans.at(-1)).toEqual({ state: 'talking', from: at(999 * 60), fromIs: 'seen' });
    expect(spans.every((span, index) => index === 0 || span.from - (spans[index - 1]?.from ?? 0) === 60_000)).toBe(true);
  });

  test('with more gaps than are remembered, the time before them is forgotten rather than shown as known', () => {
    const history = createStateHistory();
    history.enter('101', 'idle', at(0), 'seen');
    for (let gap = 0; gap < 600; gap += 1) history.gap(at(gap * 100 + 10), at(gap * 100 + 90));
    const spans = history.of('101');
    expect(spans[0]).toEqual({ state: 'idle', from: at(199 * 100 + 90), fromIs: 'atLeast' });
    expect(spans.filter(({ state }) => state === null)).toHaveLength(400);
  });

  test('is kept of everybody in the numbering range, each their own', () => {
    const history = createStateHistory();
    const numbers = Array.from({ length: 59_899 }, (_, index) => 101 + index);
    for (const number of numbers) history.enter(String(number), 'idle', at(number), 'atLeast');
    // One more for every second, two for every third, and so on: they come to need more room at different times.
    for (let turn = 2; turn < 20; turn += 1) {
      for (const number of numbers.slice(0, 200))
        if (number % turn === 0) history.enter(String(number), turn % 2 === 0 ? 'talking' : 'idle', at(number + turn), 'seen');
    }
    expect(history.of('59999')).toEqual([{ state: 'idle', from: at(59_999), fromIs: 'atLeast' }]);
    for (const number of numbers.slice(0, 200)) {
      let last = 'idle';
      const turns = Array.from({ length: 18 }, (_, index) => index + 2).filter((turn) => {
        const state = turn % 2 === 0 ? 'talking' : 'idle';
        if (number % turn !== 0 || state === last) return false;
        last = state;
        return true;
      });
      expect(history.of(String(number)).map(({ from }) => from)).toEqual([at(number), ...turns.map((turn) => at(number + turn))]);
    }
  });

  test('whatever is seen, looked away from and confirmed, the spans go forward in time and end in the present state', () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('enter' as const), state: fc.constantFrom(...agentStates) }),
      fc.record({ kind: fc.constant('gap' as const), state: fc.constantFrom(...agentStates) }),
      fc.record({ kind: fc.constant('confirm' as const), ago: fc.integer({ min: 0, max: 100 }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), action)), (actionKinds) => {
        const history = createStateHistory();
        let now = start;
        let state = agentStates[0];
        history.enter('101', state, now, 'atLeast');
        for (const [later, one] of actionKinds) {
          const before = now;
          now += later * 1_000;
          if (one.kind === 'confirm') history.confirm('101', now - one.ago * 1_000, now);
          else {
            if (one.kind === 'gap') history.gap(before, now);
            state = one.state as typeof state;
            history.enter('101', state, now, one.kind === 'gap' ? 'atLeast' : 'seen');
          }
        }
        const spans = history.of('101');
        expect(spans.at(-1)?.state).toBe(state);
        for (const [index, span] of spans.entries()) expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.from ?? -Infinity);
      }),
    );
  });
});
