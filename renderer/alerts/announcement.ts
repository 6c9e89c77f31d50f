import type { AppState, Follow, MissedRing } from '../../contract/state.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { problemText } from '../i18n/problemText.ts';
import type { TimeOfDay } from '../i18n/timeText.ts';
import type { Words } from '../i18n/Words.ts';
import { hearingStatus } from '../listen/hearingStatus.ts';
import { listenWords } from '../listen/listenWords.ts';

/** What a screen reader says without being asked. */
export interface Announcement {
  /** How the listen goes. */
  readonly calm: string;
  /** Said at once, over anything else: the phone rings, or a followed agent's call has begun. */
  readonly urgent: string;
  /** The ring that was missed last. */
  readonly missed: string;
}

export const nothingSaid: Announcement = { calm: '', urgent: '', missed: '' };

/** What of the state is spoken of. */
export type Spoken = Pick<AppState, 'listen' | 'inspection' | 'phoneAlert' | 'follow' | 'missedRings'>;

export function announcement(
  { listen, inspection, phoneAlert, follow, missedRings }: Spoken,
  words: Words,
  timeOfDay: TimeOfDay,
): Announcement {
  const missed = missedSentence(missedRings, words, timeOfDay);
  if (phoneAlert.kind === 'ringing' && phoneAlert.agent === null) return { calm: '', urgent: words.ring.notPending, missed };
  const { step, hint, agent, problem } = listenWords(listen, words, inspection);
  const values = { name: agent?.name ?? '', workNo: agent?.workNo ?? '' };
  const sentence = fillPhrase(step, values);
  if (listen.kind === 'ringing') return { calm: '', urgent: words.sentences([sentence, fillPhrase(hint, values)]), missed };
  const heard = hearingStatus(listen, inspection);
  // Who hears the inspector is said with each change of it.
  const outcome = listen.kind === 'ended' || heard !== null ? [fillPhrase(hint, values)] : [];
  const said = problem === null ? null : problemText(problem, words);
  const trouble = said === null ? [] : [said.sentence, said.remedy];
  const all = words.sentences([sentence, ...outcome, ...trouble]);
  if (heard === 'mayBeHeard') return { calm: '', urgent: all, missed };
  return { calm: all, urgent: callSentence(follow, words), missed };
}

function callSentence(follow: Follow, words: Words): string {
  switch (follow.kind) {
    case 'off':
    case 'armed':
    case 'standing':
      return '';
    case 'asking':
    case 'calling': {
      const { name, workNo } = follow.agent;
      const next = follow.kind === 'asking' ? words.follow.listenNow : words.follow.callingByItself;
      return words.sentences([fillPhrase(words.follow.callBegan[follow.phase], { name, workNo }), next]);
    }
  }
}

function missedSentence([last]: readonly MissedRing[], words: Words, timeOfDay: TimeOfDay): string {
  if (last === undefined) return '';
  const time = timeOfDay(last.at);
  if (last.agent === null) return fillPhrase(words.missed.ofNobody, { time });
  return fillPhrase(words.missed.ofAgent, { time, name: last.agent.name, workNo: last.agent.workNo });
}
