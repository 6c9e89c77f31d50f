import type { Listen, PhoneAlert } from '../../contract/state.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/en.ts';
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
  if (listen.kind === 'ringing') return { calm: '', urgent: sentences([sentence, fillPhrase(hint, values)]) };
  const outcome = listen.kind === 'ended' ? [fillPhrase(hint, values)] : [];
  const trouble = problem === null ? [] : [problem.sentence, problem.remedy];
  return { calm: sentences([sentence, ...outcome, ...trouble]), urgent: '' };
}

/** Sentences one after the other, those without a full stop given one; the last as it is. */
function sentences(parts: readonly string[]): string {
  return parts.map((part, index) => (index === parts.length - 1 || /[.!?。]$/.test(part) ? part : `${part}.`)).join(' ');
}
