import { z } from 'zod';

/**
 * An agent's state as far as the gateway said it (protocol.md 3.2).
 * `occupied` is a call whose finer phase the gateway did not tell apart.
 */
export const agentStates = [
  'talking',
  'answering',
  'occupied',
  'preoccupied',
  'idle',
  'wrapUp',
  'busy',
  'rest',
  'preRest',
  'study',
  'signedOut',
  'unknown',
] as const;

export const agentStateSchema = z.enum(agentStates);

export type AgentState = z.infer<typeof agentStateSchema>;

/** Whether there is a call now in which somebody can be heard. */
export function isInCall(state: AgentState): boolean {
  return state === 'talking' || state === 'occupied';
}

/** Whether the agent is in a call, in any phase of it. */
export function isOnACall(state: AgentState): boolean {
  switch (state) {
    case 'preoccupied':
    case 'occupied':
    case 'answering':
    case 'talking':
      return true;
    case 'idle':
    case 'busy':
    case 'wrapUp':
    case 'rest':
    case 'preRest':
    case 'study':
    case 'signedOut':
    case 'unknown':
      return false;
  }
}
