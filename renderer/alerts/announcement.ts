import type { Listen, PhoneAlert } from '../../contract/state.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { problemText } from '../i18n/problemText.ts';
import type { Words } from '../i18n/Words.ts';
import { listenWords } from '../listen/listenWords.ts';

/** What a screen reader says of the listen, without being asked. */
export interface Announcement {
  readonly calm: string;
  /** Said at once, over anything else: the phone rings. */
  readonly urgent: string;
}

export function announcement(listen: Listen, phoneAlert: PhoneAlert, words: Words): Announcement {
  if (phoneAlert.kind === 'ringing' && phoneAlert.agent === null) return { calm: '', urgent: words.ring.notPending };
  const { step, hint, agent, problem } = listenWords(listen, words);
  const values = agent === null ? {} : { name: agent.name, workNo: agent.workNo };
  const sentence = fillPhrase(step, values);
  if (listen.kind === 'ringing') return { calm: '', urgent: words.sentences([sentence, fillPhrase(hint, values)]) };
  const outcome = listen.kind === 'ended' ? [fillPhrase(hint, values)] : [];
  const said = problem === null ? null : problemText(problem, words);
  const trouble = said === null ? [] : [said.sentence, said.remedy];
  return { calm: words.sentences([sentence, ...outcome, ...trouble]), urgent: '' };
}
