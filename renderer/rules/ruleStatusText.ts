import type { Rule, RuleStatus } from '../../contract/rules.ts';
import type { TimeOfDay } from '../i18n/timeText.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/Words.ts';

/** Of the agents or queues of a rule, so many are named. */
export const mostNamed = 3;

/** How a rule stands, in words. One that cannot be evaluated never says that nothing is on. */
export function ruleStatusText({ watch }: Rule, status: RuleStatus, timeOfDay: TimeOfDay, { rules, sentences }: Words): string {
  const unsure = (count: number): readonly string[] => {
    if (count === 0) return [];
    return [(watch.kind === 'waiting' || watch.kind === 'longestWait' ? rules.unsure.queues : rules.unsure.agents)(count)];
  };
  switch (status.kind) {
    case 'disabled':
      return rules.disabled;
    case 'watching':
      return sentences([rules.watching, ...unsure(status.unsure)]);
    case 'on':
      return sentences([
        fillPhrase(rules.onSince, { time: timeOfDay(status.since), about: rules.about(watch, status.about, mostNamed) }),
        ...unsure(status.unsure),
      ]);
    case 'notKnown':
      return fillPhrase(rules.cannot, { why: rules.unknownReasons[status.why] });
  }
}
