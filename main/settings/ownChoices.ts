import { z } from 'zod';
import type { RawSettings } from './administered.ts';

/** The inspector's own choices as they lie on the disk, looked at without touching them. */
export type OwnChoices =
  | { readonly kind: 'read'; readonly values: RawSettings }
  | { readonly kind: 'notThere' }
  /** It is there, and Earshot would start without what it holds. */
  | { readonly kind: 'unreadable' };

const keptSchema = z.object({ settings: z.record(z.string(), z.unknown()).default({}) });

/** Reads them out of the kept file; `read` answers null where there is none. Never throws. */
export function readOwnChoices(read: () => string | null): OwnChoices {
  try {
    const text = read();
    if (text === null) return { kind: 'notThere' };
    const parsed = keptSchema.safeParse(JSON.parse(text));
    return parsed.success ? { kind: 'read', values: parsed.data.settings } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}
