import type { RosterRow } from '../../contract/roster.ts';
import type { ParsedBridge } from './parsedBridge.ts';
import { createListeners } from './listeners.ts';
import { applyRosterMessage, type Roster } from './rosterMap.ts';

/** The least time between two requests for a fresh snapshot, so that a broken stream is not asked for without end. */
const RESYNC_PAUSE_MS = 3000;

/** The roster's rows for the page, in step with the application for as long as they are watched. */
export interface RosterStore {
  subscribe(changed: () => void): () => void;
  /** The rows, the same array until something changes. */
  rows(): readonly RosterRow[];
  /** Whether the roster is in view; the wish is kept over a lost connection. */
  watch(visible: boolean): void;
  /** Forgets the rows, when the session that they belong to is over. */
  forget(): void;
}

export interface RosterStoreParts {
  readonly bridge: ParsedBridge;
  readonly schedule: (run: () => void, ms: number) => void;
}

export function createRosterStore({ bridge, schedule }: RosterStoreParts): RosterStore {
  const changes = createListeners<null>();
  let held: Roster | null = null;
  let rows: readonly RosterRow[] = [];
  let wished = false;
  let resync: 'no' | 'pausing' | 'pausingAndWanted' = 'no';

  function put(next: Roster | null): void {
    held = next;
    rows = next === null ? [] : [...next.rows.values()];
    changes.tell(null);
  }

  function askForSnapshot(): void {
    if (!wished) return;
    if (resync !== 'no') {
      resync = 'pausingAndWanted';
      return;
    }
    resync = 'pausing';
    schedule(() => {
      const again = resync === 'pausingAndWanted';
      resync = 'no';
      if (again) askForSnapshot();
    }, RESYNC_PAUSE_MS);
    void bridge.watchRoster({ visible: false });
    void bridge.watchRoster({ visible: true });
  }

  bridge.onRoster((message) => {
    if (message.kind === 'details') return;
    const next = applyRosterMessage(held, message);
    if (next === null) {
      askForSnapshot();
      return;
    }
    if (message.kind === 'snapshot' && resync === 'pausingAndWanted') resync = 'pausing';
    put(next);
  });
  bridge.onRosterUnreadable(askForSnapshot);
  bridge.onReachable((reachable) => {
    if (reachable && wished) void bridge.watchRoster({ visible: true });
  });

  return {
    subscribe: (changed) => changes.add(changed),
    rows: () => rows,
    watch: (visible) => {
      wished = visible;
      void bridge.watchRoster({ visible });
    },
    forget: () => {
      if (held !== null) put(null);
    },
  };
}
