import type { PastListen } from '../../contract/roster.ts';
import type { Listen } from '../../contract/state.ts';

/** The listens of this session that are over. */
export interface PastListens {
  /** The listen as it is shown now, each time it changes. */
  follow(listen: Listen): void;
  /** Newest first. */
  of(workNo: string): readonly PastListen[];
  clear(): void;
}

/** As many of one agent as the contract carries. */
const mostListens = 100;

export function createPastListens(): PastListens {
  const listens = new Map<string, readonly PastListen[]>();
  let askedAt: number | null = null;
  /** Whether the end that is shown is in the list: it may still be put better, as the last event may come after it. */
  let ended = false;

  return {
    follow: (listen) => {
      switch (listen.kind) {
        case 'idle':
          askedAt = null;
          ended = false;
          return;
        case 'ended': {
          const { workNo } = listen.agent;
          const past = { askedAt: askedAt ?? listen.since, endedAt: listen.since, outcome: listen.outcome, heardFor: listen.heardFor };
          const earlier = listens.get(workNo) ?? [];
          listens.set(workNo, [past, ...(ended ? earlier.slice(1) : earlier)].slice(0, mostListens));
          ended = true;
          return;
        }
        case 'requesting':
        case 'calling':
        case 'ringing':
        case 'listening':
        case 'stopping':
        case 'outcomeUnknown':
          if (ended) askedAt = null;
          ended = false;
          askedAt ??= listen.since;
      }
    },
    of: (workNo) => listens.get(workNo) ?? [],
    clear: () => {
      listens.clear();
      askedAt = null;
      ended = false;
    },
  };
}
