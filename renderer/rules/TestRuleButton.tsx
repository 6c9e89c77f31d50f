import type { ReactElement } from 'react';
import type { Rule } from '../../contract/rules.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { useActions } from '../model/EarshotContext.tsx';
import { Button } from '../ui/Button.tsx';

/** Does what a rule does when it comes on. */
export function TestRuleButton({ rule }: { readonly rule: Rule }): ReactElement {
  const words = useWords().rules;
  const { testRule } = useActions();
  const doesSomething = rule.toast || rule.sound;
  return (
    <Button
      blocked={!doesSomething}
      title={doesSomething ? words.testHint : words.nothingToTest}
      aria-label={fillPhrase(words.of, { act: words.test, rule: words.rule(rule) })}
      onClick={() => {
        testRule({ rule });
      }}
    >
      {words.test}
    </Button>
  );
}
