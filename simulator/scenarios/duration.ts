import { z } from 'zod';

const milliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

const longest = 24 * milliseconds.h;

/** `500ms`, `2s`, `1.5m`, `1h`: milliseconds, at most a day. */
export const durationSchema = z.string({ error: 'must be a duration such as 500ms, 2s, 1.5m or 1h' }).transform((text, context) => {
  const found = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text);
  const unit = found?.[2] as keyof typeof milliseconds | undefined;
  const duration = unit === undefined ? NaN : Number(found?.[1]) * milliseconds[unit];
  if (duration <= longest) return duration;
  context.addIssue({
    code: 'custom',
    message: `must be a duration such as 500ms, 2s, 1.5m or 1h, at most 24h, not "${text.slice(0, 40)}"`,
  });
  return z.NEVER;
});
