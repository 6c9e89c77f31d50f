import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../contract/language.ts';
import { ruleUnknownReasons, type Rule, type RuleStatus } from '../../contract/rules.ts';
import { catalogues } from '../i18n/catalogues.ts';
import { ruleStatusText } from './ruleStatusText.ts';
import { anyRule, longRest } from '../../test/support/rules.ts';

describe.each(languages)('in %s', (language) => {
  const words = catalogues[language];
  const say = (status: RuleStatus): string => ruleStatusText(longRest, status, () => '10:02', words);

  test.each(ruleUnknownReasons)('a rule that cannot be evaluated says so: %s', (why) => {
    const said = say({ kind: 'notKnown', why, wasOn: false });
    expect(said).toContain(words.rules.unknownReasons[why]);
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
