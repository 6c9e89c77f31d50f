import { createListeners } from '../contract/listeners.ts';

/** Tells everybody who wants to know of each new state. */
export interface SharedState<State> {
  /** Something in it is other than before. */
  changed(): void;
  /** While several rooms take in one event, what they change is told once, at the end. */
  together(action: () => void): void;
  /** Calls back with each new state; returns the unsubscription. */
  onState(listener: (state: State) => void): () => void;
}

export function createSharedState<State>(next: () => State): SharedState<State> {
  const listeners = createListeners<State>();
  let holding = false;

  function changed(): void {
    if (holding) return;
    listeners.tell(next());
  }

  return {
    changed,
    together: (action) => {
      holding = true;
      try {
        action();
      } finally {
        holding = false;
      }
      changed();
    },
    onState: listeners.add,
  };
}
