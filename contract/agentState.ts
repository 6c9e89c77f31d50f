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
