import type { Screen } from 'electron';
import type { WorkAreas } from './windowPlace.ts';

/** The displays that there are at each moment. */
export interface Displays {
  areas(): WorkAreas;
  /** Calls back when one was taken away, or is another than it was. */
  onChange(listener: () => void): void;
}

export function displaysOf(screen: Screen): Displays {
  return {
    areas: () => [screen.getPrimaryDisplay().workArea, ...screen.getAllDisplays().map(({ workArea }) => workArea)],
    onChange: (listener) => {
      screen.on('display-removed', listener);
      screen.on('display-metrics-changed', listener);
    },
  };
}
