import type { AppState } from '../../contract/state.ts';
import type { ParsedBridge } from './parsedBridge.ts';
import { createListeners } from './listeners.ts';

/** What the page knows of the application. */
export interface AppView {
  /** The last state; null until the first one came. */
  readonly state: AppState | null;
  /** Whether the application itself can be reached; null until that is known. */
  readonly reachable: boolean | null;
  /** When it was reached last, in milliseconds since 1970; null while it is reached, or never was. */
  readonly lostAt: number | null;
}

export interface AppStore {
  subscribe(changed: () => void): () => void;
  view(): AppView;
}

/** Keeps the last state and whether there is anyone to ask. `now` gives milliseconds since 1970. */
export function createAppStore(bridge: ParsedBridge, now: () => number): AppStore {
  const changes = createListeners<null>();
  let view: AppView = { state: null, reachable: null, lostAt: null };

  function put(next: AppView): void {
    view = next;
    changes.tell(null);
  }

  bridge.onState((state) => {
    put({ ...view, state });
  });
  bridge.onReachable((reachable) => {
    const lostAt = reachable ? null : (view.lostAt ?? (view.reachable === true ? now() : null));
    put({ ...view, reachable, lostAt });
  });

  return {
    subscribe: (changed) => changes.add(changed),
    view: () => view,
  };
}
