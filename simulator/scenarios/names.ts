import { z } from 'zod';

/** A work number, written as a number or as text. */
export const agentSchema = z
  .union([z.int(), z.string()], { error: 'must be a work number' })
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{2,5}$/, 'must be a work number from 101 to 999999'));
