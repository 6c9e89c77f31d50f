import type { AppState } from '../../contract/state.ts';
import type { Words } from '../i18n/Words.ts';
import { isolated } from '../../contract/direction.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { hearingStatus } from '../listen/hearingStatus.ts';
import { listenWords } from '../listen/listenWords.ts';

/** What the window's title and small picture say when the window itself is not in sight. */
export interface PageSignal {
  readonly title: string;
  readonly mark: 'quiet' | 'ringing' | 'listening' | 'heard' | 'missed';
}

/** The page's signal; with nobody behind the page there is nothing true to say but the product's name. */
export function pageSignal(state: AppState | null, reachable: boolean, words: Words): PageSignal {
  const quiet: PageSignal = { title: words.product, mark: 'quiet' };
  if (state === null || !reachable) return quiet;
  const badge = state.pageAlert?.badge ?? null;
  if (state.phoneAlert.kind === 'ringing' || state.listen.kind === 'ringing' || badge?.mark === 'ringing') {
    return { title: withStep(words.ring.title, words), mark: 'ringing' };
  }
  const heard = hearingStatus(state.listen, state.inspection);
  if (heard !== null || state.listen.kind === 'listening') {
    const { step, agent } = listenWords(state.listen, words, state.inspection);
    return {
      title: withStep(fillPhrase(step, { name: isolated(agent?.name ?? ''), workNo: agent?.workNo ?? '' }), words),
      mark: heard === null ? 'listening' : 'heard',
    };
  }
  if (badge !== null) return { title: fillPhrase(words.titleWithMissed, { count: words.number(badge.count) }), mark: 'missed' };
  return quiet;
}

function withStep(step: string, words: Words): string {
  return fillPhrase(words.titleWithStep, { step });
}
