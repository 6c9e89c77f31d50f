import { z } from 'zod';

/** What an agent is doing, in the words of the CTI table of protocol.md 3.2. */
export const agentState = z.literal(['signedOut', 'idle', 'preoccupied', 'occupied', 'answering', 'talking', 'wrapUp', 'busy', 'rest']);

export type AgentState = z.infer<typeof agentState>;

/** The two numberings of a state on the wire. */
export interface StateNumbers {
  /** The CC-Gateway's. */
  readonly status: number;
  /** The CTI's. */
  readonly ctiStatus: number;
}

/** The numbers of a state (protocol.md 3.2, "State numbers"). */
export function numbersOf(state: AgentState): StateNumbers {
  switch (state) {
    case 'signedOut':
      return { status: 2, ctiStatus: 0 };
    case 'idle':
      return { status: 4, ctiStatus: 1 };
    case 'preoccupied':
      return { status: 7, ctiStatus: 2 };
    case 'occupied':
      return { status: 7, ctiStatus: 3 };
    case 'answering':
      return { status: 7, ctiStatus: 4 };
    case 'talking':
      return { status: 7, ctiStatus: 5 };
    case 'wrapUp':
      return { status: 5, ctiStatus: 6 };
    case 'busy':
      return { status: 3, ctiStatus: 7 };
    case 'rest':
      return { status: 8, ctiStatus: 8 };
  }
}

// "Talking" stands before the others of status 7: that number alone means talking (protocol.md 3.2).
const statesByPreference: readonly AgentState[] = [
  'talking',
  'signedOut',
  'idle',
  'preoccupied',
  'occupied',
  'answering',
  'wrapUp',
  'busy',
  'rest',
];

/** The state that bears these numbers, null for one that is not told; null when none does, or when the two contradict each other. */
export function stateOfNumbers(status: number | null, ctiStatus: number | null): AgentState | null {
  if (status === null && ctiStatus === null) return null;
  const named = statesByPreference.find((state) => {
    const numbers = numbersOf(state);
    return (status === null || numbers.status === status) && (ctiStatus === null || numbers.ctiStatus === ctiStatus);
  });
  return named ?? null;
}

/** Whether the agent is occupied with a call: status 7, whatever the CTI says exactly. */
export function isInCall(state: AgentState): boolean {
  switch (state) {
    case 'preoccupied':
    case 'occupied':
    case 'answering':
    case 'talking':
      return true;
    case 'signedOut':
    case 'idle':
    case 'wrapUp':
    case 'busy':
    case 'rest':
      return false;
  }
}
