import { done } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { ofOwnNumber } from '../habits/blindness.ts';
import type { RequestPlan } from '../habits/requestPlan.ts';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import type { Journal, OfRequest } from './journal.ts';

const successCode: string = done.retcode;

type Meant = Extract<Route, { kind: 'interface' }>;

/** Writes one request's way into the journal, from its arrival to its answer; of a poll only its event, or its refusal. */
export interface RequestChronicle {
  carriedOut(answer: Answer): void;
  /** The reply was written to a client that was there. */
  replied(reply: Reply): void;
}

/** Begins with the request's arrival. */
export function beginRequestChronicle(
  journal: Journal,
  clock: Clock,
  { interface: asked, parameters }: Meant,
  plan: RequestPlan,
): RequestChronicle {
  const agentId = parameters.get('agentid') ?? '';
  const isBlind = plan.blind !== null && ofOwnNumber(asked.logMethod, parameters);
  const isPoll = asked.logMethod === 'getAgentEvent';
  const request: OfRequest = { request: journal.nextRequest(), interface: asked.logMethod, workNo: parameters.get('workNo') ?? null };
  let carriedOutAt = clock.now();
  if (!isPoll) journal.note(agentId, { kind: 'received', ...request });
  return {
    carriedOut: ({ retcode }) => {
      carriedOutAt = clock.now();
      if (!isPoll) journal.note(agentId, { kind: 'carriedOut', retcode, ...request });
    },
    replied: (reply) => {
      if (reply.kind !== 'http' || reply.cutAfter !== undefined) return;
      const { retcode, answer } = reply;
      const asOf = carriedOutAt - plan.staleMs;
      if (!isPoll || retcode !== successCode)
        journal.note(agentId, { kind: 'answered', retcode: retcode ?? null, asOf, isBlind, ...request });
      if (answer?.setGuid !== undefined) journal.note(agentId, { kind: 'guidRenewed', ...request });
      if (answer?.event !== undefined) journal.delivered(agentId, answer.event);
    },
  };
}
