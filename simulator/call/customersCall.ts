import type { SkillGroup } from '../centre/agent.ts';
import type { Agenda } from '../centre/agenda.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { drawNumber, drawPatience } from './customer.ts';

export interface CustomersCallOptions {
  readonly agenda: Agenda;
  readonly seed: number;
  /** A customer calls the skill. */
  arrive(skill: SkillGroup, number: string, patience: number): void;
}

/**
 * How many customers call in each hour of the day, for each agent of the group: two peaks, and a night which few work.
 * An agent handles about nine an hour.
 */
const callsAnHour: readonly number[] = [
  0.25, 0.2, 0.2, 0.2, 0.2, 0.25, 0.8, 2.2, 3.2, 4.6, 6, 6, 6.2, 6.9, 6.7, 4.6, 4.2, 3, 2, 1.9, 1.3, 0.4, 0.3, 0.25,
];

const hour = 3_600_000;
const streamOfArrivals = 0x5ca11;

/**
 * Lets customers call each of these skills from now on, as many as so many agents can handle. Each skill goes by its
 * own chance: what is done to a call, an agent or another skill changes neither when they call nor who.
 */
export function letCustomersCall({ agenda, seed, arrive }: CustomersCallOptions, agentsOf: ReadonlyMap<SkillGroup, number>): void {
  function planNext(skill: SkillGroup, agents: number, random: Random): void {
    agenda.after(untilNext(agenda.time(), agents, random), () => {
      planNext(skill, agents, random);
      arrive(skill, drawNumber(random), drawPatience(random));
    });
  }
  for (const [skill, agents] of agentsOf) planNext(skill, agents, seededRandom(seed ^ streamOfArrivals, skill.id));
}

/** Arrivals without memory, at the rate of each hour they come to. */
function untilNext(time: number, agents: number, random: Random): number {
  let calls = -Math.log(1 - random.fraction());
  let until = 0;
  for (;;) {
    const perMs = (agents * (callsAnHour[Math.floor((time + until) / hour) % 24] ?? 0)) / hour;
    const leftOfHour = hour - ((time + until) % hour);
    if (calls < perMs * leftOfHour) return until + calls / perMs;
    calls -= perMs * leftOfHour;
    until += leftOfHour;
  }
}
