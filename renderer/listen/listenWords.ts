import { customerMayHear, modeOf, type ShownInspection } from '../../contract/inspection.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';
import type { Problem } from '../../contract/problem.ts';
import { joinPhrases, type Phrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/Words.ts';

/** A phrase that may name an agent. */
export type AgentPhrase = Phrase<'name' | 'workNo'>;

/** A listen in words: which step, and what that means or what to do. Both are phrases of the catalogue. */
export interface ListenWords {
  readonly step: AgentPhrase;
  readonly hint: AgentPhrase;
  /** Whom the phrases name; null when nobody is meant. */
  readonly agent: ListenedAgent | null;
  readonly problem: Problem | null;
}

/** `inspection`: how the inspector is in the call; null where there is none. */
export function listenWords(listen: Listen, words: Words, inspection: ShownInspection | null = null): ListenWords {
  const plain = plainWords(listen, words);
  if (inspection === null) return plain;
  // What was wrong before does not matter to who is on the way out.
  const problem = listen.kind === 'stopping' ? null : (plain.problem ?? inspection.problem);
  return { ...plain, ...inModeWords(listen, inspection, words), problem };
}

/** What is other than when nobody hears the inspector. */
function inModeWords(listen: Listen, inspection: ShownInspection, { modes, sentences }: Words): Partial<ListenWords> {
  const mode = modeOf(inspection);
  if (mode === 'listen') return {};
  const unsure = customerMayHear(inspection) ? modes.customerToo : modes.agentOnly;
  switch (listen.kind) {
    case 'idle':
    case 'ended':
      return {};
    case 'requesting':
      return { step: modes.requesting[mode], hint: modes.pickUp[mode] };
    case 'calling':
    case 'ringing':
      return { hint: modes.pickUp[mode] };
    case 'listening':
      if (mode !== 'unknown') return { step: modes.up[mode], hint: modes.heard[mode] };
      return {
        step: modes.up.unknown,
        hint: inspection.asking === null ? unsure : joinPhrases([modes.asking[inspection.asking.to], unsure], sentences),
      };
    case 'outcomeUnknown':
      return { step: modes.up.unknown, hint: unsure };
    case 'stopping':
      return { step: modes.stoppingHeard, hint: unsure };
  }
}

function plainWords(listen: Listen, { listen: words }: Words): ListenWords {
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
