import { z } from 'zod';

/** What went wrong, in the inspector's words: what happened, what to do about it, and a code for support. */
export const problemSchema = z
  .strictObject({
    /** A gateway retcode such as `100-002`, or one of Earshot's own codes such as `connection-refused`. */
    code: z.string().min(1).max(64),
    sentence: z.string().min(1).max(500),
    remedy: z.string().min(1).max(500),
  })
  .readonly();

export type Problem = z.infer<typeof problemSchema>;
