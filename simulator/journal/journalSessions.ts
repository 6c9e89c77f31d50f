import type { Sessions } from '../session/sessions.ts';
import type { Journal } from './journal.ts';

/** Writes down the sessions that begin and end, and why. */
export function journalSessions(journal: Journal, sessions: Sessions): void {
  sessions.onStart(({ agentId }) => {
    journal.note(agentId, { kind: 'sessionBegan' });
  });
  sessions.onEnd(({ agentId }, why) => {
    journal.note(agentId, { kind: 'sessionEnded', why });
  });
}
