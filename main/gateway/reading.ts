import { z } from 'zod';

/** A number or text field as either edition writes it: `4` or `"4"` (protocol.md 3.2). Text, trimmed. */
export const looseText = z.union([z.string(), z.number()]).transform((value) => String(value).trim());

/** A whole number as either edition writes it; anything else is null. */
export const looseInt = z.unknown().transform((value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  return typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : null;
});
