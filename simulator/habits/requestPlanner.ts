import type { Interface } from '../interfaces/interface.ts';
import type { Chance } from './chance.ts';
import type { HabitRegister } from './habitRegister.ts';
import { drawPlan, plainPlan } from './requestPlan.ts';
import type { PlannedRequest, RequestPlan } from './requestPlan.ts';

/** Draws what becomes of each request, by the habits that the gateway has with who sends it. */
export class RequestPlanner {
  readonly #register: HabitRegister;
  readonly #chanceOf: (agentId: string) => Chance;

  constructor(register: HabitRegister, chanceOf: (agentId: string) => Chance) {
    this.#register = register;
    this.#chanceOf = chanceOf;
  }

  /** Signing in has no habits: who is not signed in would be no inspector yet. */
  planFor(asked: Interface, agentId: string | undefined): RequestPlan {
    if (asked.guid === 'none' || agentId === undefined) return plainPlan;
    return drawPlan(kindOf(asked.logMethod, asked.isQuery), this.#register.of(agentId), this.#chanceOf(agentId).requests);
  }
}

function kindOf(logMethod: string, isQuery: boolean): PlannedRequest {
  if (logMethod === 'getAgentEvent') return 'poll';
  return isQuery ? 'query' : 'command';
}
