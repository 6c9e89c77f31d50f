import { refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { PastCentre } from '../habits/pastCentre.ts';
import type { RequestPlan } from '../habits/requestPlan.ts';
import { ofOwnNumber, withoutCtiStatus } from '../habits/blindness.ts';
import type { Call } from '../interfaces/interface.ts';
import { retcode } from '../retcode.ts';
import type { QueryLimit } from '../session/queryLimit.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Route } from './route.ts';

/** A request as it came over the wire. */
export interface IncomingCall {
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly guid: string | undefined;
  readonly body: string;
  readonly gone: AbortSignal;
  /** What the gateway's habits make of it. */
  readonly plan: RequestPlan;
}

export interface GatewayOptions {
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly apiEdition: ApiEdition;
  /** Null: as many as they like. */
  readonly queryLimit: QueryLimit | null;
  readonly past: PastCentre;
}

type RoutedCall = Extract<Route, { kind: 'interface' }>;

/**
 * Checks what every interface has in common, in this order: path and method, numbers in the path, Content-Type,
 * Guid, query limit. The documents give the retcodes but not the order.
 */
export interface Gateway {
  answer(route: Exclude<Route, { kind: 'outside' }>, incoming: IncomingCall): Promise<Answer>;
}

export function createGateway({ sessions, clock, apiEdition, queryLimit, past }: GatewayOptions): Gateway {
  function numbersAreInRange(parameters: ReadonlyMap<string, string>): boolean {
    return ['agentid', 'workNo'].every((name) => {
      const number = parameters.get(name);
      return number === undefined || isWorkNo(number, apiEdition);
    });
  }

  async function answerInterface(route: RoutedCall, incoming: IncomingCall): Promise<Answer> {
    if (!numbersAreInRange(route.parameters)) return refused(retcode.invalidParameter);
    if (!isJsonInUtf8(incoming)) return refused(retcode.messageParameterError);
    const call = callOf(route, incoming);
    if (route.interface.guid === 'none') return route.interface.handle(call);
    const agentId = call.parameter('agentid');
    const authorisation = sessions.authorise(agentId, incoming.guid);
    if (authorisation.kind === 'refused') return refused(authorisation.retcode);
    const isOverLimit = route.interface.isQuery && queryLimit?.admits(agentId, clock.now()) === false;
    if (isOverLimit) return refused(retcode.invokedRepeatedly);
    const { session } = authorisation;
    const { plan } = incoming;
    if (plan.beforeMs > 0) {
      await pause(clock, plan.beforeMs);
      if (sessions.of(agentId) !== session) return refused(retcode.notSignedIn);
    }
    const isOfOwnNumber = plan.blind !== null && ofOwnNumber(route.interface.logMethod, route.parameters);
    if (plan.blind === 'refused' && isOfOwnNumber) return refused(retcode.agentDoesNotExist);
    const answer = await route.interface.handle({ ...call, agentId, session, seen: past.ago(plan.staleMs) });
    return plan.blind === 'noCtiStatus' && isOfOwnNumber ? withoutCtiStatus(answer) : answer;
  }

  return {
    answer: async (route, incoming) => {
      switch (route.kind) {
        case 'unknownPath':
        case 'wrongMethod':
          return refused(retcode.invalidParameter);
        case 'interface':
          return answerInterface(route, incoming);
      }
    },
  };
}

function callOf(route: RoutedCall, incoming: IncomingCall): Call {
  const parameter = (name: string): string => {
    const value = route.parameters.get(name);
    if (value === undefined) throw new Error(`${route.interface.path} has no {${name}}`);
    return value;
  };
  const { query, body, gone } = incoming;
  return { parameter, query, body, gone };
}

/**
 * `application/json; charset=UTF-8`; the charset may be left out, another one may not (protocol.md 0). Without a body the
 * whole header may be missing, as the C# client leaves it (10).
 */
function isJsonInUtf8({ contentType, body }: Pick<IncomingCall, 'contentType' | 'body'>): boolean {
  if (contentType === undefined && body === '') return true;
  const [mediaType, ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return mediaType === 'application/json' && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}
