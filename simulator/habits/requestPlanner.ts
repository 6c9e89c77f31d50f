import type { Interface } from '../interfaces/interface.ts';
import type { Chance } from './chance.ts';
import type { HabitRegister } from './habitRegister.ts';
import { drawPlan, plainPlan } from './requestPlan.ts';
import type { PlannedRequest, RequestPlan } from './requestPlan.ts';

/** Draws what becomes of a request, by the habits that the gateway has with who sends it (`agentId`, where there is one). */
export type RequestPlanner = (asked: Interface, agentId: string | undefined) => RequestPlan;

/** Signing in has no habits: who is not signed in would be no inspector yet. */
export function createRequestPlanner(register: HabitRegister, chanceOf: (agentId: string) => Chance): RequestPlanner {
  return (asked, agentId) => {
    if (asked.guid === 'none' || agentId === undefined) return plainPlan;
    return drawPlan(kindOf(asked.logMethod, asked.isQuery), register.of(agentId), chanceOf(agentId).requests);
  };
}

function kindOf(logMethod: string, isQuery: boolean): PlannedRequest {
  if (logMethod === 'getAgentEvent') return 'poll';
  return isQuery ? 'query' : 'command';
}
