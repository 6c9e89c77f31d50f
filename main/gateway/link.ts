import { request, type Dispatcher } from 'undici';
import type { Clock, Log } from '../host.ts';
import { readAnswer, type GatewayAnswer } from './answer.ts';
import type { Cookies } from './cookies.ts';
import type { Failure, NonsenseReason, UnreachableReason } from './failure.ts';
import { NoTunnel } from './proxyTunnel.ts';
import type { Urgency } from './queryLimiter.ts';
import { CertificateNotTrusted, NotConnected } from './tls.ts';

/** One request of the protocol. `path` is below `/agentgateway/resource`, its parts already encoded. */
export interface GatewayRequest {
  /** The gateway's own name for it in its logs (ccgateway.md 5), used in ours too. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: Readonly<Record<string, string | readonly string[]>>;
  /** Milliseconds until it is given up; without it, ten seconds. */
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  /** For queries under the gateway's limit (limitedLink.ts); without it, `now`. */
  readonly urgency?: Urgency;
}

export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** Owns the Guid: every answer may renew it, every request carries the latest (ccgateway.md 1.2). */
export interface GuidKeeper {
  current(): string | null;
  renew(guid: string): void;
}

/** A way to the gateway for one agent. Never rejects; nothing is retried. */
export interface GatewayLink {
  readonly agentId: string;
  send(request: GatewayRequest): Promise<Reply<GatewayAnswer>>;
}

/** Where requests go at present, and over which connections. */
export interface Way {
  /** `https://host:port`. */
  readonly origin: string;
  readonly dispatcher: Dispatcher;
  readonly cookies: Cookies;
}

export interface LinkParts {
  /** Asked for each request: the address and the connections may change while a session lives. */
  way(): Way;
  readonly agentId: string;
  readonly guid: GuidKeeper;
  readonly clock: Clock;
  readonly log: Log;
}

const defaultDeadline = 10_000;
/** Why a request was aborted: its deadline, as against the caller's wish. */
const overdue = Symbol('overdue');
const largestAnswer = 64 * 1024 * 1024;

export function createLink(parts: LinkParts): GatewayLink {
  const { agentId, log, clock } = parts;
  return {
    agentId,
    send: async (wanted) => {
      const began = clock.now();
      const reply = await exchange(parts, wanted);
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

function failureWord(failure: Failure): string {
  return failure.kind === 'unreachable' || failure.kind === 'nonsense' ? failure.reason : failure.kind;
}

async function exchange(parts: LinkParts, wanted: GatewayRequest): Promise<Reply<GatewayAnswer>> {
  const { guid, clock } = parts;
  const abort = new AbortController();
  const cancelDeadline = clock.after(wanted.deadline ?? defaultDeadline, () => {
    abort.abort(overdue);
  });
  const giveUp = (): void => {
    abort.abort();
  };
  wanted.signal?.addEventListener('abort', giveUp);
  const sentWith = guid.current();
  if (sentWith !== null) parts.log.conceal(sentWith);
  try {
    if (wanted.signal?.aborted === true) return failed({ kind: 'abandoned' });
    const { origin, dispatcher, cookies } = parts.way();
    const url = `${origin}/agentgateway/resource/${wanted.path}`;
    const response = await unlessAborted(
      abort.signal,
      request(url, {
        dispatcher,
        method: wanted.method,
        headers: headersOf(sentWith, cookies.header(url)),
        body: wanted.body === undefined ? null : JSON.stringify(wanted.body),
        signal: abort.signal,
      }),
    );
    cookies.take(url, everyHeader(response.headers['set-cookie']));
    concealSecrets(parts.log, response.headers);
    const bytes = await readBody(response.body);
    if (bytes === null) return failed({ kind: 'nonsense', reason: 'answer-too-large', status: response.statusCode });
    const judged = judgeResponse(response.statusCode, response.headers, bytes);
    // A late answer to an older Guid must not put one back that was renewed meanwhile.
    if (judged.ok && judged.value.renewed !== null && guid.current() === sentWith) guid.renew(judged.value.renewed);
    return judged.ok ? { ok: true, value: judged.value.answer } : judged;
  } catch (error) {
    if (abort.signal.reason === overdue) return failed({ kind: 'timeout' });
    if (wanted.signal?.aborted === true) return failed({ kind: 'abandoned' });
    return failed(failureOf(error));
  } finally {
    cancelDeadline();
    wanted.signal?.removeEventListener('abort', giveUp);
  }
}

/** What the gateway gives to know us by: a Guid before anybody uses it, cookies for load balancers (ccgateway.md 5). */
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

async function readBody(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestAnswer) {
      body.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

interface Judged {
  readonly answer: GatewayAnswer;
  /** The Guid that came with it, if one did. */
  readonly renewed: string | null;
}

function judgeResponse(status: number, headers: Headers, bytes: Uint8Array): Reply<Judged> {
  if (status >= 300 && status < 400) return failed({ kind: 'nonsense', reason: 'redirected', status });
  const read = readAnswer(bytes, firstHeader(headers['content-type']) ?? '');
  switch (read.kind) {
    case 'answer':
      return { ok: true, value: { answer: read.answer, renewed: guidFrom(firstHeader(headers['set-guid'])) } };
    case 'webPage':
    case 'notAnAnswer':
      return failed({ kind: 'nonsense', ...nonsenseOf(read.kind, status, firstHeader(headers['retry-after'])), status });
  }
}

/** A server that says when to come back is busy, not broken. */
function nonsenseOf(
  kind: 'webPage' | 'notAnAnswer',
  status: number,
  retryAfter: string | undefined,
): { readonly reason: NonsenseReason; readonly retryAfter?: number } {
  const seconds = /^\s*\d{1,6}\s*$/.test(retryAfter ?? '') ? Number(retryAfter) : null;
  if (status === 429 || (status === 503 && seconds !== null)) {
    return { reason: 'server-busy', ...(seconds === null ? {} : { retryAfter: seconds * 1_000 }) };
  }
  if (status >= 500) return { reason: 'server-error' };
  return { reason: kind === 'webPage' ? 'web-page' : 'not-an-answer' };
}

function everyHeader(value: string | string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

function firstHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/** `JSESSIONID=27….AgentGateway0` → the part behind the sign (ccgateway.md 1.2); what could not be a header value is left out. */
export function guidFrom(header: string | undefined): string | null {
  const value =
    (header ?? '')
      .trim()
      .split(';')[0]
      ?.replace(/^JSESSIONID=/i, '')
      .trim() ?? '';
  return /^[\x21-\x7e]{1,512}$/.test(value) ? value : null;
}

function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}

const unreachableCodes: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ENETDOWN: 'no-route',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  EPROTO: 'not-https',
  // As OpenSSL and Electron's TLS library say it, by the gateway's alert or by their own judgement.
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-too-old',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-too-old',
  ERR_SSL_WRONG_SSL_VERSION: 'tls-too-old',
  ERR_SSL_UNKNOWN_SSL_VERSION: 'tls-too-old',
  ERR_SSL_DH_KEY_TOO_SMALL: 'tls-too-old',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls-refused',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE': 'tls-refused',
  ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY: 'tls-refused',
};

function failureOf(error: unknown): Failure {
  if (error instanceof CertificateNotTrusted) return { kind: 'certificate', question: error.question };
  // Only the connector's own errors say that nothing was sent; the same codes on an open connection do not.
  if (error instanceof NotConnected) return { kind: 'unreachable', reason: unreachableReason(error.cause) };
  return { kind: 'connectionLost' };
}

function unreachableReason(cause: unknown): UnreachableReason {
  if (cause instanceof NoTunnel) return cause.reason;
  if (cause instanceof AggregateError && cause.errors.length > 0) return unreachableReason(cause.errors[0]);
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const known = Object.hasOwn(unreachableCodes, code) ? unreachableCodes[code] : undefined;
  return known ?? (code.startsWith('ERR_SSL') ? 'not-https' : 'no-route');
}
