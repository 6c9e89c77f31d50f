import type { WaitingEntry } from './entry.ts';
import type { Backlog } from './trail.ts';

/** Where they are kept over restarts. */
export interface KeptWaiting {
  get(): { readonly auditWaiting: readonly WaitingEntry[] };
  change(parts: { readonly auditWaiting: WaitingEntry[] }): void;
}

/** Entries that could not be written, kept with the settings: agent IDs and work numbers, no secret among them. */
export function keptBacklog(kept: KeptWaiting): Backlog {
  return {
    read: () => kept.get().auditWaiting,
    keep: (waiting) => {
      kept.change({ auditWaiting: [...waiting] });
    },
  };
}
