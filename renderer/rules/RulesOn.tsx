import { BellRing, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Rule, RuleUnknownReason, RuleStatus, ShownRules } from '../../contract/rules.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { useRestoredFocus } from '../ui/useRestoredFocus.ts';
import '../ui/lines.css';
import '../ui/rule-mark.css';
import { mostNamed } from './ruleStatusText.ts';
import './rules.css';

interface RulesOnProps {
  readonly rules: readonly Rule[];
  /** One for each rule, in their order. */
  readonly statuses: ShownRules;
  /** Leads to the agents, or queues, of a rule. */
  readonly onShow: (rule: Rule) => void;
  readonly onRules: () => void;
}

/** Reasons that pass by themselves, that the page says elsewhere, or that are no trouble. */
const passing: ReadonlySet<RuleUnknownReason> = new Set<RuleUnknownReason>(['notSignedIn', 'noContact', 'notLookedYet', 'outOfView']);

/** Which rules are on now, since when, and which cannot be evaluated; nothing where there is neither. */
export function RulesOn({ rules, statuses, onShow, onRules }: RulesOnProps): ReactElement | null {
  const words = useWords();
  const kept = useRestoredFocus<HTMLDivElement>();
  const all = rules.flatMap((rule, at): readonly Shown[] => {
    const status = statuses[at];
    return status === undefined ? [] : [{ at, rule, status }];
  });
  const on = all.filter(({ status }) => status.kind === 'on' || (status.kind === 'notKnown' && status.wasOn));
  const notKnown = all.filter(({ status }) => status.kind === 'notKnown' && !status.wasOn && !passing.has(status.why));
  const said = all.filter(({ status }) => status.kind === 'on').map(({ rule }) => words.rules.rule(rule));
  return (
    <div role="group" aria-label={words.rules.on.title} {...kept}>
      {/* Heard once when one comes on; numbers that change are not read out. */}
      <p className="only-spoken" role="status">
        {said.length === 0 ? '' : fillPhrase(words.rules.on.said, { rules: said.join(words.listGap) })}
      </p>
      {on.length === 0 ? null : (
        <ul className="rules-on">
          {on.map(({ at, rule, status }) => (
            <OnLine key={at} rule={rule} status={status} onShow={onShow} />
          ))}
        </ul>
      )}
      <NotKnown rules={notKnown} onRules={onRules} />
    </div>
  );
}

interface Shown {
  readonly at: number;
  readonly rule: Rule;
  readonly status: RuleStatus;
}

function OnLine({ rule, status, onShow }: Omit<Shown, 'at'> & Pick<RulesOnProps, 'onShow'>): ReactElement | null {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const { on, unknownReasons } = words.rules;
  const name = words.rules.rule(rule);
  if (status.kind === 'notKnown') {
    return (
      <li className="line line--plain">
        <CircleHelp aria-hidden="true" />
        <p className="line__words">{fillPhrase(on.wasOn, { rule: name, why: unknownReasons[status.why] })}</p>
      </li>
    );
  }
  if (status.kind !== 'on') return null;
  const { about, since } = status;
  const show = about.kind === 'queues' ? on.showQueues : on.showAgents;
  return (
    <li className="line rules-on__line">
      <span className={`rule-mark rule-mark--${rule.colour}`} aria-hidden="true" />
      <BellRing aria-hidden="true" />
      <p className="line__words">
        <strong>{name}</strong>
        {` · ${words.rules.about(rule.watch, about, mostNamed)} · `}
        <span className="dim">{fillPhrase(on.since, { time: timeOfDay(since) })}</span>
      </p>
      <Button
        aria-label={fillPhrase(words.rules.of, { act: show, rule: name })}
        onClick={() => {
          onShow(rule);
        }}
      >
        {show}
      </Button>
    </li>
  );
}

/** What an inspector who relies on a rule has to know. */
function NotKnown({ rules, onRules }: { readonly rules: readonly Shown[] } & Pick<RulesOnProps, 'onRules'>): ReactElement | null {
  const words = useWords();
  const [first] = rules;
  if (first === undefined || first.status.kind !== 'notKnown') return null;
  const { cannot, settings } = words.rules.on;
  return (
    <div className="line line--warn">
      <TriangleAlert aria-hidden="true" />
      <p className="line__words">
        {fillPhrase(cannot(rules.length), { rule: words.rules.rule(first.rule), why: words.rules.unknownReasons[first.status.why] })}
      </p>
      <Button onClick={onRules}>{settings}</Button>
    </div>
  );
}
