import type { Kept } from '../settings/kept.ts';
import type { Backlog } from './trail.ts';

/** Entries that could not be written, kept with the settings: agent IDs and work numbers, no secret among them. */
export function keptBacklog(kept: Kept): Backlog {
  return {
    read: () => kept.get().auditWaiting,
    keep: (waiting) => {
      kept.change({ auditWaiting: [...waiting] });
    },
  };
}
