import type { z } from 'zod';

/** The body of a request as its schema reads it; null: it is no JSON, or not that. */
export function readBody<T>(schema: z.ZodType<T>, body: string): T | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
