import { z } from 'zod';
import { certificateErrorSchema } from './certificateError.ts';
import { problemMeanings } from './problemMeanings.ts';

/** What went wrong. The page says it in the inspector's language: what happened, what to do about it, and the code for support. */
export const problemSchema = z
  .strictObject({
    /** A gateway retcode such as `100-002`, or one of Earshot's own codes such as `connection-refused`. */
    code: z.string().min(1).max(64),
    /** Which sentence and remedy the page has for it: mostly the code's own. */
    meaning: z.enum(problemMeanings),
    /** Of a certificate: why it is not accepted. */
    certificateError: certificateErrorSchema.optional(),
  })
  .readonly();

export type Problem = z.infer<typeof problemSchema>;
export type ProblemMeaning = Problem['meaning'];
