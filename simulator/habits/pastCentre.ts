import type { Agent } from '../centre/agent.ts';
import type { Centre, CentreView } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';

/** As old as any query's truth can be (habits.ts). */
const rememberedMs = 60_000;

/** The centre as it was a moment ago: changes of state, not of names and groups. */
export interface PastCentre {
  /** As it was so many milliseconds ago, as far back as is remembered. */
  ago(ms: number): CentreView;
}

/** `isWanted`: whether anything has to be remembered at all, as a large centre changes a hundred times a second. */
export function createPastCentre(centre: Centre, clock: Clock, isWanted: () => boolean): PastCentre {
  /** By agent, oldest first: how they were until then. */
  const before = new Map<string, { readonly until: number; readonly agent: Agent }[]>();

  function remember(agent: Agent): void {
    const now = clock.now();
    const kept = (before.get(agent.workNo) ?? []).filter(({ until }) => now - until < rememberedMs);
    before.set(agent.workNo, [...kept, { until: now, agent }]);
  }

  centre.onChange(({ before: former }) => {
    if (isWanted()) remember(former);
  });

  return {
    ago: (ms) => {
      if (ms === 0) return centre;
      const at = clock.now() - ms;
      const then = (agent: Agent): Agent => before.get(agent.workNo)?.find(({ until }) => until > at)?.agent ?? agent;
      return {
        agent: (workNo) => {
          const agent = centre.agent(workNo);
          return agent === null ? null : then(agent);
        },
        existing: (workNo) => then(centre.existing(workNo)),
        agents: () => [...centre.agents()].map(then),
      };
    },
  };
}
