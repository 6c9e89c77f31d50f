import { createListeners } from '../../contract/listeners.ts';

/** Tells everybody who wants to know of each new state. */
export interface SharedState<State> {
  /** Something in it is other than before. */
  changed(): void;
  /** While several modules take in one event, what they change is told once, at the end. */
  together(action: () => void): void;
  /** Acts upon each change before it is told; what it changes by that is told with it, and calls nobody back anew. */
  onChanging(act: () => void): void;
  /** Calls back with each new state; returns the unsubscription. */
  onState(listener: (state: State) => void): () => void;
}

/** `read` has no effects: it puts the state together as it is. */
export function createSharedState<State>(read: () => State): SharedState<State> {
  const acting = createListeners<null>();
  const listeners = createListeners<State>();
  let holding = false;

  function hold(action: () => void): void {
    const before = holding;
    holding = true;
    try {
      action();
    } finally {
      holding = before;
    }
  }

  function changed(): void {
    if (holding) return;
    hold(() => {
      acting.tell(null);
    });
    listeners.tell(read());
  }

  return {
    changed,
    together: (action) => {
      hold(action);
      changed();
    },
    onChanging: (act) => {
      acting.add(act);
    },
    onState: listeners.add,
  };
}
