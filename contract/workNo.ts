import { z } from 'zod';

/** Work numbers reach from 101 to 999999 in the newest edition (protocol.md 0); the gateway judges the rest. */
const workNoPattern = /^\d{1,6}$/;

/** An agent's number at the gateway, as text. */
export const workNoSchema = z.string().regex(workNoPattern);

/** Whether a text is a work number, where a schema for each of ten thousand would take too long. */
export function isWorkNo(text: string): boolean {
  return workNoPattern.test(text);
}
