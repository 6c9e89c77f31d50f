import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { AgentState } from '../../contract/agentState.ts';
import type { AgentDetails } from '../../contract/roster.ts';
import type { RosterView } from '../../contract/rosterView.ts';
import type { AgentList, ListView } from './agents/agentList.ts';
import type { Actions } from '../bridge/actions.ts';
import type { AppStore, AppView } from '../bridge/appStore.ts';
import type { AgentWatch } from '../bridge/agentWatch.ts';
import type { RosterStore } from '../bridge/rosterStore.ts';
import type { RosterViewStore } from '../bridge/rosterViewStore.ts';

/** What every part of the page reaches the application through. */
export interface Earshot {
  readonly app: AppStore;
  readonly roster: RosterStore;
  readonly rosterView: RosterViewStore;
  readonly watch: AgentWatch;
  readonly list: AgentList;
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

/** The agents, filtered and in order. */
export function useListView(): ListView {
  const { list } = useEarshot();
  return useSyncExternalStore(list.subscribe, list.view);
}

/** How many agents are in a state, of those that pass everything else that is filtered by; null: in any state. */
export function useStateCount(state: AgentState | null): number {
  const { list } = useEarshot();
  return useSyncExternalStore(list.subscribe, () => {
    const { counts } = list.view();
    return state === null ? [...counts.values()].reduce((sum, count) => sum + count, 0) : (counts.get(state) ?? 0);
  });
}

export function useAgentList(): AgentList {
  return useEarshot().list;
}

export function useAgentWatch(): AgentWatch {
  return useEarshot().watch;
}

/** The selected agent's details; null until they came. */
export function useDetails(): AgentDetails | null {
  const { watch } = useEarshot();
  return useSyncExternalStore(watch.subscribe, watch.details);
}

type Change = Partial<RosterView> | ((now: RosterView) => Partial<RosterView>);

/** How the roster is arranged, and the way to change that; the function stays the same. */
export function useRosterView(): { readonly view: RosterView; readonly change: (part: Change) => void } {
  const { rosterView } = useEarshot();
  const view = useSyncExternalStore(rosterView.subscribe, rosterView.view);
  const change = useCallback(
    (part: Change) => {
      rosterView.change(typeof part === 'function' ? part(rosterView.view()) : part);
    },
    [rosterView],
  );
  return { view, change };
}

export function useActions(): Actions {
  return useEarshot().actions;
}

/** Why the inspector's last act was refused, until it is put away. */
export function useActProblem(): Problem | null {
  const { actions } = useEarshot();
  return useSyncExternalStore(actions.subscribe, actions.problem);
}
