import type { Agent } from '../centre/agent.ts';
import type { Centre, CentreView } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';

/** As old as any query's truth can be (habits.ts). */
const rememberedMs = 60_000;

/** The centre as it was a moment ago: changes of state, not of names and groups. */
export class PastCentre {
  readonly #centre: Centre;
  readonly #clock: Clock;
  /** By agent, oldest first: how they were until then. */
  readonly #before = new Map<string, { readonly until: number; readonly agent: Agent }[]>();

  /** `isWanted`: whether anything has to be remembered at all, as a large centre changes a hundred times a second. */
  constructor(centre: Centre, clock: Clock, isWanted: () => boolean) {
    this.#centre = centre;
    this.#clock = clock;
    centre.onChange(({ before }) => {
      if (isWanted()) this.#remember(before);
    });
  }

  /** As it was so many milliseconds ago, as far back as is remembered. */
  ago(ms: number): CentreView {
    if (ms === 0) return this.#centre;
    const at = this.#clock.now() - ms;
    const then = (agent: Agent): Agent => this.#before.get(agent.workNo)?.find(({ until }) => until > at)?.agent ?? agent;
    const thenOf = (workNo: string): Agent | null => {
      const agent = this.#centre.agent(workNo);
      return agent === null ? null : then(agent);
    };
    return {
      agent: thenOf,
      existing: (workNo) => then(this.#centre.existing(workNo)),
      agents: () => [...this.#centre.agents()].map(then),
    };
  }

  #remember(agent: Agent): void {
    const now = this.#clock.now();
    const kept = (this.#before.get(agent.workNo) ?? []).filter(({ until }) => now - until < rememberedMs);
    this.#before.set(agent.workNo, [...kept, { until: now, agent }]);
  }
}
