import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../contract/language.ts';
import { ruleColours, ruleDoubts, ruleStates, type Rule, type RuleStatus } from '../../contract/rules.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { ruleNumbers } from './ruleDraft.ts';
import { ruleStatusText } from './ruleStatusText.ts';

const sales = { kind: 'group', group: 'Sales' } as const;
const longRest: Rule = {
  name: '',
  watch: { kind: 'timeInState', state: 'rest', of: sales, minutes: 15 },
  toast: true,
  sound: false,
  colour: 'amber',
  enabled: true,
};

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
