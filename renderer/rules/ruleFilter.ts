import { emptyFilter, type RosterView } from '../../contract/rosterView.ts';
import { statesOfRule, watchesAgents, type RuleWatch } from '../../contract/rules.ts';

/** How the agents, or the queues, of a rule are shown. */
export function viewOfRule(watch: RuleWatch): Partial<RosterView> {
  if (!('state' in watch) || !watchesAgents(watch)) return { overview: true };
  return {
    filter: {
      ...emptyFilter,
      states: [...statesOfRule[watch.state]],
      groups: watch.of.kind === 'group' ? [watch.of.group] : [],
      onlyFavourites: watch.of.kind === 'favourites',
      leastMinutes: watch.kind === 'timeInState' ? watch.minutes : null,
    },
    sort: { column: 'timeInState', descending: true },
  };
}
