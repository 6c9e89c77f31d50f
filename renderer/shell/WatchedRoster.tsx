import type { ReactNode } from 'react';
import { useWatchRoster } from './useWatchRoster.ts';

/** What needs the agents: they are asked for while it is there. */
export function WatchedRoster({ children }: { readonly children: ReactNode }): ReactNode {
  useWatchRoster();
  return children;
}
