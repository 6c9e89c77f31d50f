import type { SavedListen } from '../store/persisted.ts';
import { isHeard, type ListenState } from './facts.ts';

/** So long after a session was lost the call that was heard in it may still be on (ms): the gateway keeps a session no longer. */
const stillOnWithin = 120_000;

/** What was heard when the session was lost, and may be heard yet: a lost session is not known to have ended the call. Null: nothing. */
export function lostWithSession(
  state: ListenState,
  { sameInspector, now }: { readonly sameInspector: boolean; readonly now: number },
): SavedListen | null {
  if (state.kind !== 'ended' || state.outcome !== 'sessionOver' || !sameInspector) return null;
  if (!isHeard(state.last) || state.last.stop.step !== 'none' || now - state.at > stillOnWithin) return null;
  return { workNo: state.agent.workNo, heard: true };
}
