import type { Listen, ListenedAgent } from '../../contract/state.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Words } from '../i18n/Words.ts';

/** A listen in words: which step, and what that means or what to do. Both are phrases of the catalogue. */
export interface ListenWords {
  readonly step: string;
  readonly hint: string;
  /** Fills `{name}` and `{workNo}`; null when nobody is meant. */
  readonly agent: ListenedAgent | null;
  readonly problem: Problem | null;
}

export function listenWords(listen: Listen, { listen: words }: Words): ListenWords {
  switch (listen.kind) {
    case 'idle':
      return { step: words.none, hint: words.noneHint, agent: null, problem: null };
    case 'requesting':
      return { step: words.requesting, hint: words.requestingHint, agent: listen.agent, problem: null };
    case 'calling':
      return { step: words.calling, hint: words.callingHint, agent: listen.agent, problem: listen.problem };
    case 'ringing':
      return { step: words.ringing, hint: words.ringingHint, agent: listen.agent, problem: listen.problem };
    case 'listening':
      return { step: words.listening, hint: words.listeningHint, agent: listen.agent, problem: listen.problem };
    case 'stopping':
      return { step: words.stopping, hint: words.stoppingHint, agent: listen.agent, problem: null };
    case 'outcomeUnknown':
      return { step: words.outcomeUnknown, hint: words.outcomeUnknownHint, agent: listen.agent, problem: listen.problem };
    case 'ended':
      return { step: words.none, hint: words.ended[listen.outcome], agent: listen.agent, problem: listen.problem };
  }
}
