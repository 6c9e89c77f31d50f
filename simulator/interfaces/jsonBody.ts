import type { z } from 'zod';

/** The body of a request as its schema reads it; undefined when it is no JSON or not that. */
export function readBody<T>(schema: z.ZodType<T>, body: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
