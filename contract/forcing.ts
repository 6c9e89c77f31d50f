import { z } from 'zod';
import { instant } from './instant.ts';
import { listenedAgentSchema } from './listenedAgent.ts';
import { problemSchema } from './problem.ts';
import type { Settings } from './settings.ts';

/** What an inspector can make an agent do (protocol.md 3). Seconds and reason of a rest in the gateway's own bounds. */
export const forceSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('idle') }),
  z.strictObject({ what: z.literal('busy') }),
  z.strictObject({ what: z.literal('rest'), seconds: z.int().min(1).max(86_399), reason: z.int().min(1).max(255) }),
  z.strictObject({ what: z.literal('signOut') }),
  z.strictObject({ what: z.literal('dropCall') }),
]);

export type Force = z.infer<typeof forceSchema>;
export type ForceKind = Force['what'];

export const forceKinds = ['idle', 'busy', 'rest', 'signOut', 'dropCall'] as const satisfies readonly ForceKind[];

/** The setting by which the administrator allows each. */
export const forceSetting = {
  idle: 'forceIdleAllowed',
  busy: 'forceBusyAllowed',
  rest: 'forceRestAllowed',
  signOut: 'forceSignOutAllowed',
  dropCall: 'forceDropCallAllowed',
} as const satisfies Record<ForceKind, keyof Settings>;

/**
 * What came of it. `asked`: no answer yet. `accepted`: the gateway took it, and the list of agents has not borne it out. `borneOut`: it
 * has. `notBorneOut`: the list was polled since, long enough, and says otherwise. `refused`; `unknown`: the answer was lost.
 */
export const forceOutcomes = ['asked', 'accepted', 'borneOut', 'notBorneOut', 'refused', 'unknown'] as const;

/** The last that was asked of one agent. */
export const forcedAgentSchema = z
  .strictObject({
    agent: listenedAgentSchema,
    what: z.enum(forceKinds),
    askedAt: instant,
    outcome: z.enum(forceOutcomes),
    /** When that was so. */
    since: instant,
    problem: problemSchema.nullable(),
  })
  .readonly();

export type ForcedAgent = z.infer<typeof forcedAgentSchema>;
