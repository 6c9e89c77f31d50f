import fc from 'fast-check';
import { ruleColours, ruleStates, type Rule } from '../../contract/rules.ts';
import { ruleNumbers } from '../../renderer/rules/ruleDraft.ts';

export const sales = { kind: 'group', group: 'Sales' } as const;

export const longRest: Rule = {
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
/** Every rule that the form can write. */
export const anyRule: fc.Arbitrary<Rule> = fc.record({
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
