import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleColours, ruleSchema, ruleStates, type Rule } from '../../contract/rules.ts';
import { draftOf, newDraft, numberOfKind, ruleNumbers, ruleOf } from './ruleDraft.ts';

const sales = { kind: 'group', group: 'Sales' } as const;

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
