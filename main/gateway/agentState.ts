import type { AgentState } from '../../contract/agentState.ts';

/** CC-Gateway `status` (protocol.md 3.2, state numbers; 1 and 6 are not used and mean idle). 7 is a call in any phase. */
function fromStatus(status: number | null): AgentState {
  switch (status) {
    case 1:
    case 4:
    case 6:
      return 'idle';
    case 2:
      return 'signedOut';
    case 3:
      return 'busy';
    case 5:
      return 'wrapUp';
    case 7:
      return 'occupied';
    case 8:
      return 'rest';
    case 9:
      return 'preRest';
    default:
      return 'unknown';
  }
}

/** CTI `ctiStatus` (protocol.md 3.2). */
function fromCtiStatus(ctiStatus: number | null): AgentState {
  switch (ctiStatus) {
    case 0:
      return 'signedOut';
    case 1:
      return 'idle';
    case 2:
      return 'preoccupied';
    case 3:
      return 'occupied';
    case 4:
      return 'answering';
    case 5:
      return 'talking';
    case 6:
      return 'wrapUp';
    case 7:
      return 'busy';
    case 8:
      return 'rest';
    case 9:
    case 10:
      return 'study';
    default:
      return 'unknown';
  }
}

/** The inspector's own state from `agentstatus`, which tells no phases of a call apart. */
export function ownStateOf(status: number | null): AgentState {
  return fromStatus(status);
}

/**
 * A roster entry's state. `status` leads; `ctiStatus` tells the phases of a call apart and stands in where
 * `status` is missing. A call without `ctiStatus` counts as talking, as Huawei's own client takes it.
 */
export function rosterStateOf(status: number | null, ctiStatus: number | null): AgentState {
  const coarse = fromStatus(status);
  switch (coarse) {
    case 'occupied': {
      if (ctiStatus === null) return 'talking';
      const fine = fromCtiStatus(ctiStatus);
      return fine === 'preoccupied' || fine === 'answering' || fine === 'talking' ? fine : 'occupied';
    }
    case 'unknown':
      return fromCtiStatus(ctiStatus);
    default:
      return coarse;
  }
}
