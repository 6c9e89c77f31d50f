import type { AgentState } from '../../contract/agentState.ts';
import type { Force } from '../../contract/forcing.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import { callIdsOf } from '../gateway/agentDetails.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import { failureProblem } from '../gateway/problem.ts';
import { forceBusy, forceDropCall, forceIdle, forceLogOutAgent, forceRest } from '../gateway/qualitycontrol.ts';
import type { Clock } from '../ports/clock.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { afterAnswered, afterAsked, afterPoll, withoutForced, type Forced } from './force.ts';

/** What is written down of it: asked for, or what came of the request. */
export type ForceNews =
  | { readonly kind: 'asked'; readonly workNo: string; readonly what: Force['what'] }
  | { readonly kind: 'answered'; readonly workNo: string; readonly what: Force['what']; readonly failure: Failure | null };

export interface ForcesOptions {
  readonly clock: Clock;
  /** The request goes out when this settles, what it asks for being written down before; or does not, for the problem it settles with. Never rejects. */
  beforeRequest(): Promise<Problem | null>;
  onNews(news: ForceNews): void;
  onAnswered(failure: Failure | null): void;
  onChange(): void;
}

/** Makes agents do something: one request each; whether it came about, the list of agents tells. */
export interface ForceService {
  shown(): Forced;
  /** Settles when the request was answered; null, or why it was not sent. Never rejects. */
  force(link: GatewayLink, agent: ListenedAgent, force: Force): Promise<Problem | null>;
  onLook(stateOf: (workNo: string) => AgentState | null): void;
  dismiss(workNo: string): void;
  onSessionEnd(): void;
}

export function createForces(options: ForcesOptions): ForceService {
  const { clock } = options;
  let forced: Forced = [];

  function put(next: Forced): void {
    if (next === forced) return;
    forced = next;
    options.onChange();
  }

  return {
    shown: () => forced,
    force: async (link, agent, force) => {
      const { workNo } = agent;
      if (forced.some((each) => each.agent.workNo === workNo && each.outcome === 'asked')) return ownProblem('force-under-way');
      const askedAt = clock.now();
      put(afterAsked(forced, agent, force, askedAt));
      options.onNews({ kind: 'asked', workNo, what: force.what });
      const sent = (await options.beforeRequest()) ?? (await send(link, workNo, force));
      if ('code' in sent) {
        put(withoutForced(forced, workNo));
        options.onNews({ kind: 'answered', workNo, what: force.what, failure: { kind: 'refused', retcode: sent.code } });
        return sent;
      }
      const failure = sent.ok ? null : sent.failure;
      put(afterAnswered(forced, workNo, askedAt, failure, clock.now()));
      options.onNews({ kind: 'answered', workNo, what: force.what, failure });
      options.onAnswered(failure);
      return null;
    },
    onLook: (stateOf) => {
      put(afterPoll(forced, stateOf, clock.now()));
    },
    dismiss: (workNo) => {
      put(withoutForced(forced, workNo));
    },
    onSessionEnd: () => {
      put([]);
    },
  };
}

/** A problem: nothing was sent that does anything. */
async function send(link: GatewayLink, workNo: string, force: Force): Promise<Reply<null> | Problem> {
  switch (force.what) {
    case 'idle':
      return forceIdle(link, workNo);
    case 'busy':
      return forceBusy(link, workNo);
    case 'rest':
      return forceRest(link, workNo, force.seconds, force.reason);
    case 'signOut':
      return forceLogOutAgent(link, workNo);
    case 'dropCall': {
      const calls = await callIdsOf(link, workNo);
      if (!calls.ok) return failureProblem(calls.failure);
      const [call, ...others] = calls.value;
      if (call === undefined) return ownProblem('agent-no-call');
      // Which of them is meant, the gateway does not say.
      return others.length > 0 ? ownProblem('agent-several-calls') : forceDropCall(link, call);
    }
  }
}
