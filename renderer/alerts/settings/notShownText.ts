import type { Shown } from '../../../contract/alerts.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import type { Words } from '../../i18n/Words.ts';

/** That an alert did not appear, and why. */
export function notShownText({ why, detail }: Extract<Shown, { kind: 'notShown' }>, { testAlert }: Words): string {
  const reason = why === 'failed' ? fillPhrase(testAlert.whyNot.failed, { detail: detail ?? '' }) : testAlert.whyNot[why];
  return fillPhrase(testAlert.notShown, { why: reason });
}
