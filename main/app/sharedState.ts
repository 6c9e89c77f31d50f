import { createListeners } from '../../contract/listeners.ts';
import type { Changes } from './changes.ts';

/** Tells everybody who wants to know of each new state. */
export interface SharedState<State> {
  /** Calls back with each new state; returns the unsubscription. */
  onState(listener: (state: State) => void): () => void;
}

/** `read` has no effects: it puts the state together as it is, once for all who are told. */
export function createSharedState<State>(changes: Changes, read: () => State): SharedState<State> {
  const listeners = createListeners<State>();
  changes.onChanged(() => {
    listeners.notify(read());
  });
  return { onState: listeners.add };
}
