import { createListeners } from '../../contract/listeners.ts';

/** That something of the application is other than before: who acts upon it, and who is told. */
export interface Changes {
  /** Something is other than before. */
  changed(): void;
  /** While several modules take in one event, what they change is told once, at the end. */
  together(action: () => void): void;
  /** Acts upon each change before it is told; what it changes by that is told with it, and calls nobody back again. */
  onChanging(act: () => void): void;
  /** Calls back after each change; returns the unsubscription. */
  onChanged(listener: () => void): () => void;
}

export function createChanges(): Changes {
  const acting = createListeners<null>();
  const listeners = createListeners<null>();
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
      acting.notify(null);
    });
    listeners.notify(null);
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
    onChanged: (listener) => listeners.add(listener),
  };
}
