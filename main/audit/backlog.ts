import type { WaitingEntry } from './entry.ts';
import type { Backlog } from './trail.ts';

/** Where they are kept over restarts. */
export interface PersistedWaiting {
  get(): { readonly auditWaiting: readonly WaitingEntry[] };
  change(parts: { readonly auditWaiting: WaitingEntry[] }): void;
}

/** Entries that could not be written, kept with the settings: agent IDs and work numbers, no secret among them. */
export function persistedBacklog(persisted: PersistedWaiting): Backlog {
  return {
    read: () => persisted.get().auditWaiting,
    keep: (waiting) => {
      persisted.change({ auditWaiting: [...waiting] });
    },
  };
}
