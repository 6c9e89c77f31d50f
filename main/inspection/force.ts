import { isOnACall, type AgentState } from '../../contract/agentState.ts';
import type { Force, ForceKind, ForcedAgent } from '../../contract/forcing.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import { mayHaveHappened, type Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { ownProblem } from '../results/ownProblem.ts';

/** So long (ms) the list of agents may take to confirm what the gateway accepted, before it is said that it has not. */
export const borneOutWithin = 10_000;

/** What the list confirms is said for so long (ms); after that the list says it. */
export const borneOutSaidFor = 15_000;

/** As many agents as are remembered. */
const most = 100;

/** What was asked of agents, newest first; one each. */
export type Forced = readonly ForcedAgent[];

export function afterAsked(forced: Forced, agent: ListenedAgent, { what }: Force, now: number): Forced {
  const asked: ForcedAgent = { agent, what, askedAt: now, outcome: 'asked', since: now, problem: null };
  return [asked, ...withoutForced(forced, agent.workNo)].slice(0, most);
}

/** Takes in the answer to the request that went out at `askedAt`; null is success, which says accepted, not done. */
export function afterAnswered(forced: Forced, workNo: string, askedAt: number, failure: Failure | null, now: number): Forced {
  const outcome = failure === null ? 'accepted' : mayHaveHappened(failure) ? 'unknown' : 'refused';
  return forced.map((each) =>
    each.agent.workNo === workNo && each.askedAt === askedAt && each.outcome === 'asked'
      ? { ...each, outcome, since: now, problem: failure === null ? null : failureProblem(failure) }
      : each,
  );
}

/** Takes in the list of agents: it alone says whether it came about. `stateOf`: null, not in the list. */
export function afterPoll(forced: Forced, stateOf: (workNo: string) => AgentState | null, now: number): Forced {
  const open = forced.filter(({ outcome, since }) => outcome !== 'borneOut' || now - since < borneOutSaidFor);
  const next = open.map((each) => lookedAt(each, stateOf(each.agent.workNo), now));
  return next.length === forced.length && next.every((each, index) => each === forced[index]) ? forced : next;
}

export function withoutForced(forced: Forced, workNo: string): Forced {
  return forced.filter((each) => each.agent.workNo !== workNo);
}

function lookedAt(each: ForcedAgent, state: AgentState | null, now: number): ForcedAgent {
  switch (each.outcome) {
    case 'asked':
    case 'refused':
    case 'borneOut':
      return each;
    case 'accepted':
    case 'unknown':
    case 'notBorneOut':
      if (isBorneOut(each.what, state)) return { ...each, outcome: 'borneOut', since: now, problem: null };
      if (each.outcome === 'notBorneOut' || now - each.since < borneOutWithin) return each;
      return { ...each, outcome: 'notBorneOut', since: now, problem: ownProblem('not-borne-out') };
  }
}

function isBorneOut(what: ForceKind, state: AgentState | null): boolean {
  switch (what) {
    case 'idle':
      return state === 'idle';
    case 'busy':
      return state === 'busy';
    case 'rest':
      return state === 'rest';
    case 'signOut':
      return state === null || state === 'signedOut';
    case 'dropCall':
      return state !== null && state !== 'unknown' && !isOnACall(state);
  }
}
