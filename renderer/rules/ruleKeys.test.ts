import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyRule, longRest } from '../../test/support/rules.ts';
import { ruleKeys } from './ruleKeys.ts';

it('every rule has a key of its own, the same rule twice, too', () => {
  expect(new Set(ruleKeys([longRest, longRest, { ...longRest, name: 'Another' }])).size).toBe(3);
});

it('a rule keeps its key when one of another content is removed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRule, { minLength: 1, selector: (rule) => JSON.stringify(rule) }), fc.nat(), (rules, nth) => {
      const at = nth % rules.length;
      expect(ruleKeys(rules.toSpliced(at, 1))).toEqual(ruleKeys(rules).toSpliced(at, 1));
    }),
  );
});
