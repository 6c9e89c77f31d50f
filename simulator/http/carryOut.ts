import type { Answer } from '../answer.ts';
import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { RequestPlan } from '../habits/requestPlan.ts';
import { retcode } from '../retcode.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Gateway, IncomingCall } from './gateway.ts';
import { pageOfProxy, refusalInstead, replyWith } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Route } from './route.ts';

export interface CarryOutOptions {
  readonly gateway: Gateway;
  readonly sessions: Sessions;
  readonly clock: Clock;
  /** Told of the answer as soon as the request is carried out, long before a late one is sent. */
  readonly carriedOut: (answer: Answer) => void;
}

/** Carries a request out, as far as the gateway's habits let it, and says what is done with the connection then. */
export async function carryOut(
  route: Exclude<Route, { kind: 'outside' }>,
  incoming: IncomingCall,
  { gateway, sessions, clock, carriedOut }: CarryOutOptions,
): Promise<Reply> {
  const { plan } = incoming;
  if (plan.page !== null) return pageOfProxy(plan.page);
  if (plan.refusal !== null) return refusalInstead(plan.refusal);
  const cut = cutOf(plan, clock);
  const answer = await gateway.answer(route, { ...incoming, gone: AbortSignal.any([incoming.gone, cut.signal]) });
  cut.cancel();
  carriedOut(answer);
  if (cut.signal.aborted && answer.event === undefined) return plan.cut?.how === 'page' ? pageOfProxy(504) : { kind: 'closeSocket' };
  if (plan.afterMs > 0) await pause(clock, plan.afterMs);
  if (plan.isAnswerLost) return { kind: 'closeSocket' };
  const agentId = route.kind === 'interface' ? route.parameters.get('agentid') : undefined;
  const isRenewed = plan.oldGuidLivesMs !== null && agentId !== undefined && isAdmitted(answer) && !incoming.gone.aborted;
  // As it is sent, not before: what an answer on its way ages is not the client's fault.
  const setGuid = isRenewed ? sessions.of(agentId)?.guids.renewFor(clock.now(), plan.oldGuidLivesMs) : undefined;
  return replyWith(setGuid === undefined ? answer : { ...answer, setGuid });
}

function isAdmitted({ retcode: code }: Answer): boolean {
  return code !== retcode.noRightToCall && code !== retcode.notSignedIn;
}

/** A proxy's patience with a poll. */
function cutOf({ cut }: RequestPlan, clock: Clock): { readonly signal: AbortSignal; readonly cancel: () => void } {
  const controller = new AbortController();
  if (cut === null) return { signal: controller.signal, cancel: () => undefined };
  const cancel = clock.after(cut.afterMs, () => {
    controller.abort();
  });
  return { signal: controller.signal, cancel };
}
