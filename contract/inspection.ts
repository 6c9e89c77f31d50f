import { z } from 'zod';
import { instant } from './instant.ts';
import { problemSchema } from './problem.ts';

/**
 * How the inspector's line is in the call, from heard by nobody to having the call: `listen`, nobody hears them; `whisper`, the agent
 * does; `insert`, agent and customer do; `call`, they have taken the call over, and the agent has left it (protocol.md 3).
 */
export const modes = ['listen', 'whisper', 'insert', 'call'] as const;

export const modeSchema = z.enum(modes);

export type Mode = z.infer<typeof modeSchema>;

/** What an inspection can be begun in. */
export const beginningModeSchema = modeSchema.exclude(['call']);

export type BeginningMode = z.infer<typeof beginningModeSchema>;

/** How the inspector is in the call of the listen that is under way. */
export const inspectionSchema = z
  .strictObject({
    /** All that it may be, in the order of `modes`. One: the gateway confirmed it. More: nobody can tell which. */
    possible: z.array(modeSchema).min(1).max(modes.length).readonly(),
    /** A change whose answer is awaited, and since when; what it asks for may be so already. */
    asking: z.strictObject({ to: modeSchema, since: instant }).nullable(),
    /** Why the last change did not come about, or why nobody can tell. */
    problem: problemSchema.nullable(),
  })
  .readonly();

export type ShownInspection = z.infer<typeof inspectionSchema>;

/** What the gateway refused for lack of a right in this session (900-002). `listen`: to these agents. */
export const noRightSchema = z
  .strictObject({
    listen: z.array(z.string()).readonly(),
    whisper: z.boolean(),
    insert: z.boolean(),
    call: z.boolean(),
    force: z.boolean(),
  })
  .readonly();

export type NoRight = z.infer<typeof noRightSchema>;

/** The mode that the gateway confirmed; `unknown` where nobody can tell, as while a change is under way. */
export function modeOf({ possible }: ShownInspection): Mode | 'unknown' {
  const [mode = 'unknown', ...others] = possible;
  return others.length === 0 ? mode : 'unknown';
}

/** Whether the customer may hear the inspector, too. */
export function customerMayHear({ possible }: ShownInspection): boolean {
  return possible.includes('insert') || possible.includes('call');
}
