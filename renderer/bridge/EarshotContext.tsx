import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { RosterRow } from '../../contract/roster.ts';
import type { Actions } from './actions.ts';
import type { AppStore, AppView } from './appStore.ts';
import type { RosterStore } from './rosterStore.ts';

/** What every part of the page reaches the application through. */
export interface Earshot {
  readonly app: AppStore;
  readonly roster: RosterStore;
  readonly actions: Actions;
}

const EarshotContext = createContext<Earshot | null>(null);

export const EarshotProvider = EarshotContext.Provider;

function useEarshot(): Earshot {
  const earshot = useContext(EarshotContext);
  if (earshot === null) throw new Error('Outside EarshotProvider');
  return earshot;
}

export function useAppView(): AppView {
  const { app } = useEarshot();
  return useSyncExternalStore(app.subscribe, app.view);
}

export function useRosterStore(): RosterStore {
  return useEarshot().roster;
}

export function useRosterRows(): readonly RosterRow[] {
  const { roster } = useEarshot();
  return useSyncExternalStore(roster.subscribe, roster.rows);
}

export function useActions(): Actions {
  return useEarshot().actions;
}

/** Why the inspector's last act was refused, until it is put away. */
export function useActProblem(): Problem | null {
  const { actions } = useEarshot();
  return useSyncExternalStore(actions.subscribe, actions.problem);
}
