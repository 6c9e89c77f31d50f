import { createCallDesk } from './call/callDesk.ts';
import type { CallDesk } from './call/callDesk.ts';
import { createCallRouting } from './call/callRouting.ts';
import type { CallRouting } from './call/callRouting.ts';
import { createCalls } from './call/calls.ts';
import type { Calls } from './call/calls.ts';
import { letCustomersCall } from './call/customersCall.ts';
import { letCustomersHangUp } from './call/customersHangUp.ts';
import { createLivingCalls } from './call/livingCalls.ts';
import { createAgenda } from './centre/agenda.ts';
import type { Agent, SkillGroup } from './centre/agent.ts';
import type { AgentState } from './centre/agentState.ts';
import type { Centre } from './centre/centre.ts';
import { createLivingCentre } from './centre/livingCentre.ts';
import type { LivingCentre } from './centre/livingCentre.ts';
import { forcedPace, naturalPace } from './centre/pace.ts';
import { populate } from './centre/population.ts';
import type { Clock } from './clock.ts';
import type { Phones } from './inspection/phones.ts';
import { seededRandom } from './random.ts';
import type { Sessions } from './session/sessions.ts';
import type { Timings } from './timings.ts';

// Below every work number; 1 and 2 are the population's and the Guids'.
const callStream = 3;

/** How the centre is to be. */
export interface CentreOptions {
  readonly agents: number;
  readonly seed: number;
  /** Whether agents and customers do anything by themselves. */
  readonly lives: boolean;
  /** When its day begins to be lived, in milliseconds since midnight. */
  readonly time: number;
  /** Null: its day passes as the clock does. */
  readonly changesPerSecond: number | null;
}

export interface AssembleCentreOptions extends CentreOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly phones: Phones;
  readonly clock: Clock;
  readonly timings: Timings;
  /** Whether the agent's line is up for an inspection, which is no call of their own. */
  isInspecting(workNo: string): boolean;
}

/** The agents, their calls, and what brings the two together. */
export interface AssembledCentre {
  readonly living: LivingCentre;
  readonly calls: Calls;
  readonly desk: CallDesk;
  readonly routing: CallRouting;
  /** Puts an agent into a state, from which they live on. */
  move(workNo: string, state: AgentState, reason?: number): void;
}

/** Peoples the centre and, if it is to live, lets agents and customers begin. */
export function assembleCentre(options: AssembleCentreOptions): AssembledCentre {
  const { seed, lives, time, changesPerSecond, centre, sessions, phones, clock, timings, isInspecting } = options;
  const now = clock.now();
  const people = populate(options.agents, seed, now, time);
  for (const { agent } of people) centre.add(agent);
  const pace = changesPerSecond === null ? naturalPace(now, time) : forcedPace(now, changesPerSecond);
  const agenda = createAgenda(clock, pace, time);
  const move: AssembledCentre['move'] = (workNo, state, reason) => {
    living.move(workNo, state, reason);
  };
  const calls = createCalls({ centre, clock: agenda, random: seededRandom(seed, callStream), isInspecting });
  const desk = createCallDesk({ centre, calls, sessions, phones, clock, timings, move });
  const hands = createLivingCalls({ calls, desk, move });
  const living = createLivingCentre({ centre, agenda, seed, hands });
  const livesByThemselves = living.lives;
  const routing = createCallRouting({ centre, sessions, calls, desk, livingCalls: hands, livesByThemselves, agenda, lives });
  if (lives) {
    centre.onChange(pace.changed);
    for (const { agent, shift } of people) living.animate(agent.workNo, shift);
    letCustomersCall({ agenda, seed, arrive: routing.arrive }, sizes(people.map(({ agent }) => agent)));
    letCustomersHangUp(desk, clock, seed);
  }
  return { living, calls, desk, routing, move };
}

function sizes(agents: readonly Agent[]): Map<SkillGroup, number> {
  const counts = new Map<SkillGroup, number>();
  for (const { group } of agents) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
