import { z } from 'zod';
import { workNoSchema } from './workNo.ts';

/** What a link (`earshot://…`) asked for, until the inspector or the page has answered it. */
export const linkRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Nothing is listened to before the inspector says so. `name` is the work number where the roster does not know the agent. */
  z.strictObject({ kind: z.literal('listen'), agent: z.strictObject({ workNo: workNoSchema, name: z.string() }) }),
  /** To be shown by the page, which puts the request away by that. */
  z.strictObject({ kind: z.literal('agent'), workNo: workNoSchema }),
]);

export type LinkRequest = z.infer<typeof linkRequestSchema>;
