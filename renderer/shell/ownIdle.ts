import type { AgentState } from '../../contract/agentState.ts';

/** Whether going idle is a thing to offer: not when idle already, and not in the middle of a call. */
export function offersGoIdle(ownState: AgentState): boolean {
  switch (ownState) {
    case 'idle':
    case 'talking':
    case 'answering':
    case 'occupied':
    case 'preoccupied':
      return false;
    case 'wrapUp':
    case 'busy':
    case 'rest':
    case 'preRest':
    case 'study':
    case 'signedOut':
    case 'unknown':
      return true;
  }
}
