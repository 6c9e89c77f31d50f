import type { RosterRow, RowsMessage } from '../../contract/roster.ts';
import type { ParsedBridge } from './parsedBridge.ts';
import { createListeners } from '../../contract/listeners.ts';
import { applyRosterMessage, type Roster } from './rosterMap.ts';

/** The least time between two requests for a fresh snapshot, so that a broken stream is not asked for without end. */
const RESYNC_PAUSE_MS = 3000;

/** What a message changed: everything, or single rows, which are given as they were, too. */
export type RosterChange = { readonly kind: 'all' } | SomeChanged;

export interface SomeChanged {
  readonly kind: 'some';
  readonly before: readonly RosterRow[];
  readonly changed: readonly RosterRow[];
  readonly removed: readonly string[];
}

/**
 * The roster's rows for the page, in step with the application for as long as they are watched. Those of before stay while nobody
 * watches, until the session that they belong to is over.
 */
export interface RosterStore {
  subscribe(changed: (change: RosterChange) => void): () => void;
  /** The rows by work number; patches change the map in place. */
  rows(): ReadonlyMap<string, RosterRow>;
  /** Whether the roster is in view; which is kept over a lost connection. */
  watch(visible: boolean): void;
}

const noRows: ReadonlyMap<string, RosterRow> = new Map();

export interface RosterStoreOptions {
  readonly bridge: ParsedBridge;
  readonly schedule: (run: () => void, ms: number) => void;
}

export function createRosterStore({ bridge, schedule }: RosterStoreOptions): RosterStore {
  const changes = createListeners<RosterChange>();
  let held: Roster | null = null;
  let session = '';
  let wanted = false;
  let resync: 'no' | 'pausing' | 'pausingAndWanted' = 'no';

  function put(next: Roster | null, change: RosterChange): void {
    held = next;
    changes.notify(change);
  }

  function askForSnapshot(): void {
    if (!wanted) return;
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
    const change = changeOf(message, held?.rows ?? noRows);
    const next = applyRosterMessage(held, message);
    if (next === null) {
      askForSnapshot();
      return;
    }
    if (message.kind === 'snapshot' && resync === 'pausingAndWanted') resync = 'pausing';
    put(next, change);
  });
  bridge.onRosterUnreadable(askForSnapshot);
  bridge.onState((state) => {
    const now = state.session.kind === 'signedIn' ? `${state.session.gateway} ${state.session.agentId}` : '';
    const other = now !== session;
    session = now;
    // The same inspector's next session has shown nothing yet.
    if (held !== null && (other || state.roster.kind === 'off' || state.roster.at === null)) put(null, { kind: 'all' });
  });
  bridge.onReachable((reachable) => {
    if (reachable && wanted) void bridge.watchRoster({ visible: true });
  });

  return {
    subscribe: (changed) => changes.add(changed),
    rows: () => held?.rows ?? noRows,
    watch: (visible) => {
      wanted = visible;
      void bridge.watchRoster({ visible });
    },
  };
}

/** `rows`: as they were before the message. */
function changeOf(message: RowsMessage, rows: ReadonlyMap<string, RosterRow>): RosterChange {
  if (message.kind === 'snapshot') return { kind: 'all' };
  const { changed, removed } = message;
  const touched = [...removed, ...changed.map(({ workNo }) => workNo)];
  return { kind: 'some', before: touched.flatMap((workNo) => rows.get(workNo) ?? []), changed, removed };
}
