import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../contract/rules.ts';
import type { Judgement } from './judge.ts';
import {
  advanceRules,
  keyedRules,
  noRules,
  ruleStatus,
  sameWithin,
  notificationsApart,
  type JudgedRule,
  type RuleNews,
  type RulesState,
} from './ruleMachine.ts';

const rule: Rule = {
  name: '',
  watch: { kind: 'timeInState', state: 'rest', of: { kind: 'all' }, minutes: 15 },
  toast: true,
  sound: false,
  colour: 'none',
  enabled: true,
};

/** On for these. */
const on = (...keys: readonly string[]): Extract<Judgement, { kind: 'known' }> => ({
  kind: 'known',
  on: keys.map((key) => ({ key, since: null })),
  about: (some) => {
    const agents = keys.filter((key) => some?.has(key) ?? true).map((workNo) => ({ workNo, name: '' }));
    return { kind: 'agents', agents, all: agents.length };
  },
  unsure: 0,
});
const notKnown: Judgement = { kind: 'notKnown', why: 'noContact' };

/** A rule over time: each call is a step, and tells whom it told of. */
function following(followed: Rule = rule) {
  let state: RulesState = noRules;
  let last: JudgedRule = { key: 'rule', rule: followed, judgement: on() };
  return {
    step: (judgement: Judgement, now: number, quiet = false): readonly string[] => {
      last = { key: 'rule', rule: followed, judgement };
      const step = advanceRules(state, [last], quiet, now);
      state = step.state;
      return toldIn(step.news);
    },
    wake: (judgement: Judgement, now: number) => advanceRules(state, [{ key: 'rule', rule: followed, judgement }], false, now).wake,
    status: () => ruleStatus(last, state),
  };
}

function toldIn(news: readonly RuleNews[]): readonly string[] {
  return news.flatMap(({ about }) => (about.kind === 'agents' ? about.agents.map(({ workNo }) => workNo) : []));
}

describe('a rule', () => {
  test('is told when it comes on, once, and stays on until it is over', () => {
    const { step, status } = following();
    expect(step(on(), 0)).toEqual([]);
    expect(status()).toEqual({ kind: 'watching', unsure: 0 });
    expect(step(on('1'), 1_000)).toEqual(['1']);
    expect(step(on('1'), 60_000)).toEqual([]);
    expect(status()).toMatchObject({ kind: 'on', since: 1_000 });
    expect(step(on(), 61_000)).toEqual([]);
    expect(status()).toMatchObject({ kind: 'watching' });
  });

  test('tells of each agent by itself, and together of those who come close to each other', () => {
    const { step, wake } = following();
    expect(step(on('1'), 0)).toEqual(['1']);
    expect(step(on('1', '2'), 1_000)).toEqual([]);
    expect(wake(on('1', '2', '3'), 2_000)).toBe(notificationsApart);
    expect(step(on('1', '2', '3'), notificationsApart)).toEqual(['2', '3']);
  });

  test('that swings about its bound is told once, and anew only when it was over for a while', () => {
    const { step } = following();
    expect(step(on('1'), 0)).toEqual(['1']);
    expect(step(on(), 20_000)).toEqual([]);
    expect(step(on('1'), 20_000 + sameWithin - 1)).toEqual([]);
    expect(step(on(), 100_000)).toEqual([]);
    expect(step(on('1'), 100_000 + sameWithin)).toEqual(['1']);
  });

  test('keeps quiet while it is to, is on all the same, and what is still on is told once after', () => {
    const { step, status } = following();
    expect(step(on('1', '2'), 0, true)).toEqual([]);
    expect(status()).toMatchObject({ kind: 'on', about: { all: 2 } });
    expect(step(on('1', '2', '3'), 30_000, true)).toEqual([]);
    expect(step(on('2', '3'), 40_000, true)).toEqual([]);
    expect(step(on('2', '3'), 50_000)).toEqual(['2', '3']);
    expect(step(on('2', '3'), 90_000)).toEqual([]);
  });

  test('that cannot be evaluated is not known, whether it was on is said, and what goes on after is the same', () => {
    const { step, status } = following();
    expect(step(notKnown, 0)).toEqual([]);
    expect(status()).toEqual({ kind: 'notKnown', why: 'noContact', wasOn: false });
    expect(step(on('1'), 1_000)).toEqual(['1']);
    expect(step(notKnown, 2_000)).toEqual([]);
    expect(status()).toEqual({ kind: 'notKnown', why: 'noContact', wasOn: true });
    expect(step(on('1'), 600_000)).toEqual([]);
    // Whether it was so all the time, nobody knows.
    expect(status()).toMatchObject({ kind: 'on', since: 600_000 });
  });

  test('says since when it is so where that can be told, also when it is learnt later', () => {
    const { step, status } = following();
    const since = (at: number): Judgement => ({ ...on('1'), on: [{ key: '1', since: at }] });
    step(since(-5_000), 0);
    expect(status()).toMatchObject({ since: -5_000 });
    expect(step(since(-9_000), 20_000)).toEqual([]);
    expect(status()).toMatchObject({ since: -9_000 });
  });

  test('without toast and sound tells nothing and is shown', () => {
    const { step, status } = following({ ...rule, toast: false, colour: 'red' });
    expect(step(on('1'), 0)).toEqual([]);
    expect(status()).toMatchObject({ kind: 'on' });
  });

  test('that is switched off is neither on nor told, and begins anew when it is switched on', () => {
    const off: JudgedRule = { key: 'rule', rule: { ...rule, enabled: false }, judgement: on('1') };
    const first = advanceRules(noRules, [{ ...off, rule }], false, 0);
    expect(toldIn(first.news)).toEqual(['1']);
    const second = advanceRules(first.state, [off], false, 20_000);
    expect(second.news).toEqual([]);
    expect(ruleStatus(off, second.state)).toEqual({ kind: 'disabled' });
    expect(toldIn(advanceRules(second.state, [{ ...off, rule }], false, 40_000).news)).toEqual(['1']);
  });
});

test('a rule goes on as the same for as long as it watches the same', () => {
  const [first, second] = keyedRules([rule, { ...rule, name: 'Other', colour: 'red' }]);
  expect(first?.key).not.toBe(second?.key);
  expect(keyedRules([{ ...rule, sound: true }])[0]?.key).toBe(first?.key);
  expect(keyedRules([{ ...rule, watch: { kind: 'waiting', skill: '', moreThan: 1 } }])[0]?.key).not.toBe(first?.key);
});

describe('whatever happens in whatever order', () => {
  const happening = fc.record({
    after: fc.integer({ min: 0, max: 90_000 }),
    quiet: fc.boolean(),
    keys: fc.option(fc.uniqueArray(fc.constantFrom<string>('1', '2', '3')), { freq: 4 }),
  });

  test('each is told once until it is over for a while, never during quiet, and never while it is not known', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const { step, status } = following();
        let now = 0;
        let toldAt = Number.NEGATIVE_INFINITY;
        const told = new Map<string, { overAt: number | null }>();
        for (const { after, quiet, keys } of happenings) {
          now += after;
          const news = step(keys === null ? notKnown : on(...keys), now, quiet);
          if (keys === null) {
            expect(status().kind).toBe('notKnown');
            expect(news).toEqual([]);
            continue;
          }
          expect(status().kind).toBe(keys.length === 0 ? 'watching' : 'on');
          if (quiet) expect(news).toEqual([]);
          if (news.length > 0) {
            expect(now - toldAt).toBeGreaterThanOrEqual(notificationsApart);
            toldAt = now;
          }
          for (const [key, each] of told) {
            if (keys.includes(key)) {
              const isNew = each.overAt !== null && now - each.overAt >= sameWithin;
              if (isNew) told.delete(key);
              else told.set(key, { overAt: null });
            } else if (each.overAt === null) told.set(key, { overAt: now });
          }
          for (const key of news) {
            expect(keys).toContain(key);
            expect(told.has(key)).toBe(false);
            told.set(key, { overAt: null });
          }
          // Whom nothing keeps from being told of is told.
          if (!quiet && now - toldAt >= notificationsApart) for (const key of keys) expect(told.has(key)).toBe(true);
        }
      }),
    );
  });
});
