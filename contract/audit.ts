import { z } from 'zod';
import { dateTime, instant } from './instant.ts';

/** What following the whole chain showed. */
export const auditCheckSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('running') }),
  z.strictObject({ kind: z.literal('unreadable'), at: instant }),
  z.strictObject({
    kind: z.literal('done'),
    at: instant,
    entries: z.int(),
    listens: z.int(),
    /** When the oldest entry was written; null: there is none. */
    since: dateTime.nullable(),
    /** Entries that were removed by policy, as the chain itself says. */
    removed: z.int(),
    /** Places where it is not as it was written. */
    findings: z.int(),
    /** The first of them; null: it is the end that is missing, or there is none. */
    first: z.strictObject({ file: z.string().max(100), line: z.int() }).nullable(),
  }),
]);

export type AuditCheck = z.infer<typeof auditCheckSchema>;

/** The audit trail, as the page shows it. */
export const auditSchema = z.strictObject({
  /** False while entries wait because they cannot be written. */
  writable: z.boolean(),
  check: auditCheckSchema,
});

export type Audit = z.infer<typeof auditSchema>;
