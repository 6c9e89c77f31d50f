import type { AppState } from '../../contract/state.ts';
import type { ParsedBridge } from './parsedBridge.ts';
import { createListeners } from '../../contract/listeners.ts';

/** What the page knows of the application. */
export interface AppView {
  /** The last state; null until the first one came. */
  readonly state: AppState | null;
  /** When the application itself could not be reached any more, or yet, by its clock as the page knows it; null while it can. */
  readonly lostAt: number | null;
}

export interface AppStore {
  subscribe(changed: () => void): () => void;
  view(): AppView;
}

/** Keeps the last state and whether there is anyone to ask. `now`: the application's clock, as the page knows it. */
export function createAppStore(bridge: ParsedBridge, now: () => number): AppStore {
  const changes = createListeners<null>();
  let view: AppView = { state: null, lostAt: null };

  function put(next: AppView): void {
    view = next;
    changes.notify(null);
  }

  bridge.onState((state) => {
    put({ ...view, state });
  });
  bridge.onReachable((reachable) => {
    put({ ...view, lostAt: reachable ? null : (view.lostAt ?? now()) });
  });

  return {
    subscribe: (changed) => changes.add(changed),
    view: () => view,
  };
}
