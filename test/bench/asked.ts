import { z } from 'zod';

const number = z.coerce.number().int().positive().optional();

const schema = z.object({
  /** Folder of an earlier build, with its `dist`, which is measured beside this one. */
  EARSHOT_BENCH_BESIDE: z.string().min(1).optional(),
  /** In place of the figure's own sizes: `10000`, `10000,59899`. */
  EARSHOT_BENCH_AGENTS: z.string().optional(),
  /** In place of the figure's own length. */
  EARSHOT_BENCH_MINUTES: number,
});

/** What is asked of a bench beside the figures' names, in the environment. Null: the figure's own. */
export interface Asked {
  readonly beside: string | null;
  readonly agents: readonly number[] | null;
  readonly minutes: number | null;
}

export function asked(environment: Readonly<Record<string, string | undefined>>): Asked {
  const given = schema.parse(environment);
  const agents = given.EARSHOT_BENCH_AGENTS?.split(',').map((each) => z.coerce.number().int().positive().parse(each));
  return { beside: given.EARSHOT_BENCH_BESIDE ?? null, agents: agents ?? null, minutes: given.EARSHOT_BENCH_MINUTES ?? null };
}
