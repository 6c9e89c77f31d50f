import type { AgentState } from '../../contract/agentState.ts';
import type { RosterRow } from '../../contract/roster.ts';
import type { AppState, Connection } from '../../contract/state.ts';
import { listenIsActive } from './listenPhase.ts';
import type { Words } from '../i18n/Words.ts';

/** Why no agent at all, or not this one, can be listened to now. */
export type ListenBlock = keyof Words['blocked'];

/** The reason that holds for every agent; null when there is none. */
export function generalBlock(state: AppState, reachable: boolean): ListenBlock | null {
  if (!reachable) return 'unreachable';
  if (!state.settings.values.listenAllowed) return 'notAllowed';
  const { session, listen } = state;
  if (session.kind !== 'signedIn' || isLost(session.connection)) return 'offline';
  if (listenIsActive(listen)) return 'listenUnderWay';
  return ownBlock(session.ownState);
}

/** Whether no request would get through. */
function isLost({ kind }: Connection): boolean {
  return kind === 'offline' || kind === 'reconnecting';
}

/** A listen needs an idle inspector (900-005). */
function ownBlock(ownState: AgentState): ListenBlock | null {
  switch (ownState) {
    case 'idle':
      return null;
    case 'talking':
    case 'answering':
    case 'occupied':
    case 'preoccupied':
      return 'ownCall';
    case 'unknown':
      return 'ownStateUnknown';
    case 'wrapUp':
    case 'busy':
    case 'rest':
    case 'preRest':
    case 'study':
    case 'signedOut':
      return 'notIdle';
  }
}

/** The reason for one agent. `refused`: to whom the gateway refused a listen for lack of a right. */
export function blockFor(
  { workNo, state, voice }: Pick<RosterRow, 'workNo' | 'state' | 'voice'>,
  general: ListenBlock | null,
  refused: readonly string[],
): ListenBlock | null {
  if (general !== null) return general;
  if (refused.includes(workNo)) return 'noRight';
  if (state === 'signedOut') return 'agentSignedOut';
  return voice === false ? 'noVoice' : null;
}
