import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../contract/language.ts';
import { emptyFilter } from '../../contract/rosterView.ts';
import { ruleColours, ruleDoubts, ruleSchema, ruleStates, type Rule, type RuleStatus } from '../../contract/rules.ts';
import { catalogues } from '../../renderer/i18n/catalogues.ts';
import { ruleMarks } from '../../renderer/model/ruleMarks.ts';
import { draftOf, newDraft, numberOfKind, ruleNumbers, ruleOf } from '../../renderer/rules/ruleDraft.ts';
import { viewOfRule } from '../../renderer/rules/ruleFilter.ts';
import { ruleStatusText } from '../../renderer/rules/ruleStatusText.ts';

const sales = { kind: 'group', group: 'Sales' } as const;
const longRest: Rule = {
  name: '',
  watch: { kind: 'timeInState', state: 'rest', of: sales, minutes: 15 },
  toast: true,
  sound: false,
  colour: 'amber',
  enabled: true,
};
const watching = (watch: Rule['watch'], more: Partial<Rule> = {}): Rule => ({ ...longRest, watch, ...more });

const name = fc.string({ maxLength: 40 }).map((text) => text.trim());
const of = fc.oneof(
  fc.constantFrom({ kind: 'all' } as const, { kind: 'favourites' } as const),
  name.filter((group) => group !== '').map((group) => ({ kind: 'group', group }) as const),
);
const number = (field: keyof typeof ruleNumbers) => fc.integer({ min: ruleNumbers[field].least, max: ruleNumbers[field].most });
const state = fc.constantFrom(...ruleStates);
const anyRule: fc.Arbitrary<Rule> = fc.record({
  name,
  watch: fc.oneof(
    fc.record({ kind: fc.constant('timeInState' as const), state, of, minutes: number('minutes') }),
    fc.record({
      kind: fc.constant('numberInState' as const),
      state,
      of,
      bound: fc.constantFrom('moreThan' as const, 'fewerThan' as const),
      number: number('number'),
    }),
    fc.record({ kind: fc.constant('waiting' as const), skill: name, moreThan: number('callers') }),
    fc.record({ kind: fc.constant('longestWait' as const), skill: name, seconds: number('seconds') }),
  ),
  toast: fc.boolean(),
  sound: fc.boolean(),
  colour: fc.constantFrom(...ruleColours),
  enabled: fc.boolean(),
});

describe('a rule that is edited', () => {
  test('and left as it is stays the same, whatever it is', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(ruleSchema.parse(rule)).toEqual(rule);
        expect(ruleOf(draftOf(rule))).toEqual(rule);
      }),
    );
  });

  test.each(Object.entries(numberOfKind))('of the kind %s takes whole numbers within bounds alone', (_kind, field) => {
    const kind = Object.entries(numberOfKind).find(([, each]) => each === field)?.[0] ?? '';
    const { least, most } = ruleNumbers[field];
    const typed = (text: string) => ruleOf({ ...newDraft, kind: kind as Rule['watch']['kind'], [field]: text });
    for (const text of [String(least), String(most), ` ${String(least)} `]) expect(typed(text), text).not.toBeNull();
    for (const text of ['', 'many', '1.5', String(least - 1), String(most + 1)]) expect(typed(text), text).toBeNull();
  });

  test('of a group has to name it', () => {
    expect(ruleOf({ ...newDraft, of: 'group', group: ' ' })).toBeNull();
    expect(ruleOf({ ...newDraft, of: 'group', group: ' Sales ' })?.watch).toMatchObject({ of: sales });
  });
});

describe('the colour of a rule that is on', () => {
  const agents = [{ workNo: '1', name: '' }];
  const on = (about: Extract<RuleStatus, { kind: 'on' }>['about']): RuleStatus => ({ kind: 'on', since: 0, about, unsure: 0 });
  const forAgents = on({ kind: 'agents', agents, all: 1 });
  const forNumber = on({ kind: 'number', number: 1, agents });

  test('is carried by its agents, of several rules that of the first', () => {
    const marks = ruleMarks([{ ...longRest, colour: 'none' }, longRest, { ...longRest, colour: 'red' }], [forAgents, forAgents, forAgents]);
    expect(marks.agents.get('1')?.colour).toBe('amber');
  });

  test('is carried by the number that it is about, and by agents only where there are too many of them', () => {
    const tooMany = watching({ kind: 'numberInState', state: 'inCall', of: { kind: 'all' }, bound: 'moreThan', number: 0 });
    const tooFew = watching({ kind: 'numberInState', state: 'idle', of: sales, bound: 'fewerThan', number: 3 }, { colour: 'red' });
    const marks = ruleMarks([tooMany, tooFew], [forNumber, forNumber]);
    expect([...marks.states.keys()]).toEqual(['talking', 'occupied']);
    expect([...marks.groups.keys()]).toEqual(['Sales']);
    expect(marks.agents.get('1')?.colour).toBe('amber');
    expect(ruleMarks([tooFew], [forNumber]).agents.size).toBe(0);
  });

  test('is carried by queues', () => {
    const queues = on({ kind: 'queues', queues: [{ id: 7, name: 'Claims', figure: 11 }], all: 1 });
    const waiting = watching({ kind: 'waiting', skill: '', moreThan: 10 });
    expect(ruleMarks([waiting], [queues]).queues.get(7)?.rule).toBe(waiting);
  });

  test('is on nothing while it is not on, or not known', () => {
    for (const status of [
      { kind: 'watching', unsure: 0 },
      { kind: 'notKnown', why: 'noContact', wasOn: true },
    ] as const) {
      expect(ruleMarks([longRest], [status]).agents.size).toBe(0);
    }
  });
});

test('a rule leads to its agents, or to the queues', () => {
  expect(viewOfRule(longRest.watch)).toEqual({
    filter: { ...emptyFilter, states: ['rest'], groups: ['Sales'], leastMinutes: 15 },
    sort: { column: 'timeInState', descending: true },
  });
  expect(viewOfRule({ kind: 'numberInState', state: 'inCall', of: { kind: 'favourites' }, bound: 'moreThan', number: 1 })).toMatchObject({
    filter: { states: ['talking', 'occupied'], groups: [], onlyFavourites: true, leastMinutes: null },
  });
  expect(viewOfRule({ kind: 'waiting', skill: '', moreThan: 1 })).toEqual({ overview: true });
});

describe.each(languages)('in %s', (language) => {
  const words = catalogues[language];
  const say = (status: RuleStatus): string => ruleStatusText(longRest, status, () => '10:02', words);

  test.each(ruleDoubts)('a rule that cannot be evaluated says so: %s', (why) => {
    const said = say({ kind: 'notKnown', why, wasOn: false });
    expect(said).toContain(words.rules.doubts[why]);
    expect(said).not.toContain(words.rules.watching);
  });

  test('those who cannot be judged are counted beside what is known', () => {
    expect(say({ kind: 'watching', unsure: 3 })).toContain(words.rules.unsure.agents(3));
    expect(say({ kind: 'watching', unsure: 0 })).toBe(words.rules.watching);
  });

  test('no two rules that watch something else are said with the same words', () => {
    fc.assert(
      fc.property(anyRule, anyRule, ({ watch: one }, { watch: other }) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other) && !names(one) && !names(other));
        expect(words.rules.watches(one)).not.toBe(words.rules.watches(other));
      }),
    );
  });
});

/** Names from outside may be whatever words Earshot uses. */
function names(watch: Rule['watch']): boolean {
  return 'skill' in watch ? watch.skill !== '' : watch.of.kind === 'group';
}
