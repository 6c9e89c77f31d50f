import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleSchema, type Rule } from '../../contract/rules.ts';
import { draftOf, newDraft, numberOfKind, ruleNumbers, ruleOf } from './ruleDraft.ts';
import { anyRule, sales } from '../../test/support/rules.ts';

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
