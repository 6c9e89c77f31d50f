import type { IncomingMessage, ServerResponse } from 'node:http';
import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Interface } from '../interfaces/interface.ts';
import { plainPlan } from '../habits/requestPlan.ts';
import type { RequestPlanner } from '../habits/requestPlanner.ts';
import type { Journal } from '../journal/journal.ts';
import { beginRequestChronicle } from '../journal/requestChronicle.ts';
import { carryOut } from './carryOut.ts';
import type { CarryOutOptions } from './carryOut.ts';
import type { Gateway, IncomingCall } from './gateway.ts';
import type { InjectedFault, InjectedFaults } from './faultInjection.ts';
import { pageOutside, replyInstead, spoil } from './reply.ts';
import type { Reply } from './reply.ts';
import { receiveBody } from './requestBody.ts';
import type { RequestLog } from './requestLog.ts';
import type { AnsweredRecord, RequestRecord } from './requestRecord.ts';
import { routeOf } from './route.ts';
import type { Route } from './route.ts';
import { writeReply } from './writeReply.ts';
import type { Sessions } from '../session/sessions.ts';

export interface ExchangeOptions {
  readonly gateway: Gateway;
  readonly sessions: Sessions;
  readonly planFor: RequestPlanner;
  readonly journal: Journal;
  readonly interfaces: readonly Interface[];
  readonly injectedFaults: InjectedFaults;
  readonly requests: RequestLog;
  readonly clock: Clock;
  /** Told of every request when it is over. */
  readonly over: (record: RequestRecord) => void;
}

/** One request and its answer, from the first byte to the record of it. */
export async function exchange(request: IncomingMessage, response: ServerResponse, here: ExchangeOptions): Promise<void> {
  // Node's own would tell the machine's time, not this gateway's.
  response.setHeader('Date', new Date(here.clock.now()).toUTCString());
  const received = await receiveBody(request);
  if (received.kind === 'incomplete') return;
  if (received.kind === 'tooLarge') {
    response.writeHead(413, { Connection: 'close' }).end(() => request.destroy());
    return;
  }
  const target = targetOf(request.url ?? '');
  const method = request.method ?? '';
  const route = routeOf(method, target.path, here.interfaces);
  const meant = route.kind === 'interface' ? route : null;
  const described = {
    method,
    path: target.path,
    interface: meant?.interface.logMethod,
    agentId: meant?.parameters.get('agentid'),
  };
  const guid = single(request.headers['guid']);
  const contentType = request.headers['content-type'];
  const open = here.requests.open({
    ...described,
    at: here.clock.now(),
    query: target.query,
    guidHeader: guid === undefined ? 'missing' : 'present',
    contentType,
    bodyLength: received.length,
  });
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
  });
  await open.watched;
  const query = new URLSearchParams(target.query);
  const misbehaviour = here.injectedFaults.take(described);
  const plan = meant === null || misbehaviour !== null ? plainPlan : here.planFor(meant.interface, described.agentId);
  const incoming: IncomingCall = { query, contentType, guid, body: received.text, gone: gone.signal, plan };
  const chronicle = meant === null ? null : beginRequestChronicle(here.journal, here.clock, meant, plan);
  const reply = await replyTo(route, incoming, { ...here, carriedOut: chronicle?.carriedOut ?? (() => undefined) }, misbehaviour);
  const reached = !response.destroyed;
  writeReply(response, reply);
  if (reached) chronicle?.replied(reply);
  here.over(open.close(reached ? answered(reply, here.clock.now()) : undefined));
}

async function replyTo(route: Route, incoming: IncomingCall, here: CarryOutOptions, misbehaviour: InjectedFault | null): Promise<Reply> {
  const instead = misbehaviour === null ? null : replyInstead(misbehaviour);
  if (instead !== null) return instead;
  const delay = misbehaviour?.kind === 'delay' ? misbehaviour : null;
  if (delay?.when === 'beforeHandling') await pause(here.clock, delay.ms);
  const reply = route.kind === 'outside' ? pageOutside() : await carryOut(route, incoming, here);
  if (delay?.when === 'afterHandling') await pause(here.clock, delay.ms);
  return misbehaviour === null || reply.kind !== 'http' ? reply : spoil(reply, misbehaviour);
}

function answered(reply: Reply, at: number): AnsweredRecord | undefined {
  if (reply.kind !== 'http') return undefined;
  return {
    at,
    httpStatus: reply.status,
    retcode: reply.retcode,
    event: reply.answer?.event?.eventType,
    setGuid: reply.answer?.setGuid !== undefined,
  };
}

/** The path and the query as they were written: `new URL` would tidy them up. */
function targetOf(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function single(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}
