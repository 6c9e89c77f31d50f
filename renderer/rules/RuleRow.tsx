import { BellRing, CircleOff, Eye, TriangleAlert } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import type { Rule, RuleStatus } from '../../contract/rules.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { ruleStatusText } from './ruleStatusText.ts';
import { TestRuleButton } from './TestRuleButton.tsx';

interface RuleRowProps {
  readonly rule: Rule;
  readonly status: RuleStatus;
  readonly locked: boolean;
  readonly soundsOff: boolean;
  readonly editRef: Ref<HTMLButtonElement>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const icons = { disabled: CircleOff, watching: Eye, on: BellRing, notKnown: TriangleAlert } as const;

/** One rule in the settings: what it watches and does, how it stands, and what can be done with it. */
export function RuleRow({ rule, status, locked, soundsOff, editRef, onEdit, onRemove }: RuleRowProps): ReactElement {
  const words = useWords();
  const { rules } = words;
  const timeOfDay = useTimeOfDay();
  const name = rules.rule(rule);
  const act = (said: string): string => fillPhrase(rules.of, { act: said, rule: name });
  const Icon = icons[status.kind];
  const does = [...(rule.toast ? [rules.does.toast] : []), ...(rule.sound ? [rules.does.sound] : [])];
  return (
    <li className={`rule rule--${status.kind}`}>
      <span className={`rule-mark rule-mark--${rule.colour}`} role="img" aria-label={rules.editor.colours[rule.colour]} />
      <div className="rule__words">
        <p className="rule__name">{name}</p>
        <p className="dim">
          {[
            ...(rule.name === '' ? [] : [rules.watches(rule.watch)]),
            does.length === 0 ? rules.does.nothing : does.join(words.listGap),
          ].join(' · ')}
        </p>
        <p className="rule__status">
          <Icon aria-hidden="true" />
          <span>{ruleStatusText(rule, status, timeOfDay, words)}</span>
        </p>
        {rule.sound && soundsOff ? <p className="setting__hint">{rules.soundsOff}</p> : null}
      </div>
      <div className="rule__acts">
        <TestRuleButton rule={rule} />
        {locked ? null : (
          <>
            <Button ref={editRef} aria-label={act(rules.edit)} onClick={onEdit}>
              {rules.edit}
            </Button>
            <Button aria-label={act(rules.remove)} onClick={onRemove}>
              {rules.remove}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
