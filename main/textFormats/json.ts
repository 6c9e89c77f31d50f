import type { z } from 'zod';

/** The value that a JSON text stands for; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a JSON text stands for, where it is as the schema says; else null. */
export function jsonAs<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> | null {
  const parsed = schema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}
