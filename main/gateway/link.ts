import type { Dispatcher } from 'undici';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { GatewayAnswer } from './answer.ts';
import { failureOf } from './brokenRequest.ts';
import type { Cookies } from './cookies.ts';
import type { Failure } from './failure.ts';
import type { Urgency } from './queryLimiter.ts';
import { everyHeader, firstHeader, guidFrom, readResponse, type BodyReader, type Headers } from './response.ts';

/** One request of the protocol. `path` is below `/agentgateway/resource`, its parts already encoded. */
export interface GatewayRequest {
  /** The gateway's own name for it in its logs (protocol.md 5), used in ours too. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: Readonly<Record<string, string | readonly string[] | readonly number[]>>;
  /** Milliseconds until it is given up; without it, ten seconds. */
  readonly deadline?: number;
  /** Given up, it is ended at once. Else its answer is still heard for a while, as it may bring a Guid: a poll's event would be lost. */
  readonly endsWhenGivenUp?: true;
  readonly signal?: AbortSignal;
  /** For queries under the gateway's limit (limitedLink.ts); without it, `now`. */
  readonly urgency?: Urgency;
  /** Reads the answer's body; without it, it is read in one piece. */
  readonly read?: BodyReader;
}

export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** Owns the Guid: every answer may renew it, every request carries the latest (protocol.md 1.2). */
export interface GuidKeeper {
  current(): string | null;
  /** The answer to a request that was sent with `sentWith` brought this one. */
  renew(guid: string, sentWith: string | null): void;
  /** The gateway does not accept this one any more (000-003). */
  refused(guid: string): void;
}

/** A way to the gateway for one agent. Never rejects; nothing is retried. */
export interface GatewayLink {
  readonly agentId: string;
  send(request: GatewayRequest): Promise<Reply<GatewayAnswer>>;
}

/** Where requests go at present, and over which connections. */
export interface Destination {
  /** `https://host:port`. */
  readonly origin: string;
  readonly dispatcher: Dispatcher;
  readonly cookies: Cookies;
}

export interface LinkOptions {
  /** Asked for each request: the address and the connections may change while a session lives. */
  destination(): Destination;
  readonly agentId: string;
  readonly guid: GuidKeeper;
  readonly clock: Clock;
  readonly log: Log;
  /** The headers of each answer; they may hold secrets. */
  onHeaders?(headers: Headers): void;
}

const defaultDeadline = 10_000;
/** So long (ms) an answer is heard for its Guid after it was given up: with an older one nothing is accepted any more. */
const heardAfterwards = 30_000;
/** The Guid is not the session's, or no longer (protocol.md 1.2, 6). */
const guidRefused = '000-003';
export function createLink(options: LinkOptions): GatewayLink {
  const { agentId, log, clock } = options;
  return {
    agentId,
    send: async (wanted) => {
      const began = clock.now();
      const reply = await exchangeWithNewest(options, wanted);
      const took = clock.now() - began;
      if (!reply.ok) {
        log.warn('gateway request failed', { name: wanted.name, took, failure: failureWord(reply.failure) });
        return reply;
      }
      if (reply.value.retcode !== '0') {
        log.warn('gateway refused', { name: wanted.name, took, retcode: reply.value.retcode });
        return { ok: false, failure: { kind: 'refused', retcode: reply.value.retcode } };
      }
      return reply;
    },
  };
}

/** A query that was refused for its Guid goes out once more, where another one is known by then. Nothing is carried out twice. */
async function exchangeWithNewest(options: LinkOptions, wanted: GatewayRequest): Promise<Reply<GatewayAnswer>> {
  const sentWith = options.guid.current();
  const reply = await exchange(options, wanted);
  const isRefused = reply.ok && reply.value.retcode === guidRefused;
  return isRefused && wanted.method === 'GET' && options.guid.current() !== sentWith ? exchange(options, wanted) : reply;
}

function failureWord(failure: Failure): string {
  return failure.kind === 'unreachable' || failure.kind === 'invalidResponse' ? failure.reason : failure.kind;
}

/** Settles with the answer, or at the deadline. Whenever the answer comes while it is heard, its Guid is taken. */
function exchange(options: LinkOptions, wanted: GatewayRequest): Promise<Reply<GatewayAnswer>> {
  const { clock } = options;
  const abort = new AbortController();
  const giveUp = (): void => {
    abort.abort();
  };
  wanted.signal?.addEventListener('abort', giveUp);
  return new Promise((resolve) => {
    let cancel = clock.after(wanted.deadline ?? defaultDeadline, () => {
      resolve(failed({ kind: 'timeout' }));
      if (wanted.endsWhenGivenUp === true) giveUp();
      else cancel = clock.after(heardAfterwards, giveUp);
    });
    void converse(options, wanted, abort.signal).then((reply) => {
      cancel();
      wanted.signal?.removeEventListener('abort', giveUp);
      resolve(reply);
    });
  });
}

async function converse(options: LinkOptions, wanted: GatewayRequest, signal: AbortSignal): Promise<Reply<GatewayAnswer>> {
  const { guid, clock } = options;
  const sentWith = guid.current();
  if (sentWith !== null) options.log.conceal(sentWith);
  try {
    if (wanted.signal?.aborted === true) return failed({ kind: 'aborted' });
    const { origin, dispatcher, cookies } = options.destination();
    const path = `/agentgateway/resource/${wanted.path}`;
    const url = `${origin}${path}`;
    const response = await unlessAborted(
      signal,
      dispatcher.request({
        origin,
        path,
        method: wanted.method,
        headers: headersOf(sentWith, cookies.header(url)),
        body: wanted.body === undefined ? null : JSON.stringify(wanted.body),
        signal,
      }),
    );
    cookies.take(url, everyHeader(response.headers['set-cookie']));
    concealSecrets(options.log, response.headers);
    options.onHeaders?.(response.headers);
    const judged = await readResponse(response.statusCode, response.headers, response.body, clock.wall(), wanted.read);
    if (!judged.ok) return judged;
    if (judged.renewed !== null) guid.renew(judged.renewed, sentWith);
    if (sentWith !== null && judged.answer.retcode === guidRefused) guid.refused(sentWith);
    return { ok: true, value: judged.answer };
  } catch (error) {
    return failed(wanted.signal?.aborted === true ? { kind: 'aborted' } : failureOf(error));
  }
}

/** What the gateway gives to know us by: a Guid before anybody uses it, cookies for load balancers (protocol.md 5). */
function concealSecrets(log: Log, headers: Headers): void {
  const guid = guidFrom(firstHeader(headers['set-guid']));
  if (guid !== null) log.conceal(guid);
  for (const cookie of [headers['set-cookie'] ?? []].flat()) log.conceal(cookieValue(cookie));
}

function cookieValue(cookie: string): string {
  const pair = cookie.split(';', 1)[0] ?? '';
  return pair.slice(pair.indexOf('=') + 1).trim();
}

/** undici keeps a request that waits for its connection until that is there or given up, aborted or not. */
function unlessAborted<Value>(signal: AbortSignal, answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new Error('given up'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
    });
  });
}

function headersOf(guid: string | null, cookie: string | null): Record<string, string> {
  return {
    'content-type': 'application/json; charset=UTF-8',
    ...(guid === null ? {} : { guid }),
    ...(cookie === null ? {} : { cookie }),
  };
}

function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
