import type { Unsubscribe } from './bridge.ts';

/** Those who want to hear of a thing. */
export interface Listeners<Value> {
  add(listener: (value: Value) => void): Unsubscribe;
  notify(value: Value): void;
}

/** One emitter for all of Earshot; each listener hears what was told after it was added and before it was taken away. */
export function createListeners<Value>(): Listeners<Value> {
  const all = new Set<(value: Value) => void>();
  return {
    add: (listener) => {
      // Wrapped, so that the same function may be added twice and taken away once.
      const entry = (value: Value): void => {
        listener(value);
      };
      all.add(entry);
      return () => {
        all.delete(entry);
      };
    },
    notify: (value) => {
      for (const listener of [...all]) listener(value);
    },
  };
}
