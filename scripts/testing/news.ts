import { z } from 'zod';

const test = { id: z.string(), file: z.string(), title: z.string() };

const newsSchema = z.discriminatedUnion('kind', [
  /** How much there is to do, in all that is known now. */
  z.object({ kind: z.literal('planned'), steps: z.number() }),
  z.object({ kind: z.literal('stepDone') }),
  z.object({ kind: z.literal('began'), ...test }),
  z.object({ kind: z.literal('ended'), ...test, outcome: z.enum(['passed', 'failed', 'skipped']), why: z.string() }),
  /** What failed outside of any test. */
  z.object({ kind: z.literal('broken'), what: z.string() }),
  /** The last of all: a runner that ends without it did not come to its end. */
  z.object({ kind: z.literal('finished') }),
]);

/** What a runner tells while it runs. A step is what it counts its progress in: a file for Vitest, a test for Playwright. */
export type News = z.infer<typeof newsSchema>;

/** Reads what a runner's reporter sent. Throws when it is none of it: reporter and reader are of one build. */
export function readNews(message: unknown): News {
  return newsSchema.parse(message);
}

/** Tells the process that started the runner; nothing is sent where nobody listens. Settles when it is on its way. */
export function tell(news: News): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(news, undefined, undefined, () => resolve());
  });
}
