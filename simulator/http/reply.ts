import { bodyTextOf } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { InjectedFault } from './faultInjection.ts';

/** What is done with the connection in the end. */
export type Reply =
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** Announce the whole body but send only so many bytes of it, then cut the connection. */
      readonly cutAfter?: number;
      /** Undefined when it is not the gateway's own answer. */
      readonly answer?: Answer;
      /** The retcode as written. */
      readonly retcode?: string;
    }
  | { readonly kind: 'rawBytes'; readonly bytes: string | Uint8Array }
  | { readonly kind: 'closeSocket' };

type HttpReply = Extract<Reply, { kind: 'http' }>;

const jsonType = 'application/json;charset=UTF-8';
const htmlType = 'text/html;charset=UTF-8';

/** The gateway's answer as HTTP: 200 whatever the retcode, as all clients read it (protocol.md 0). */
export function replyWith(answer: Answer): HttpReply {
  const headers = {
    'Content-Type': jsonType,
    'Cache-Control': 'no-cache',
    ...(answer.setGuid === undefined ? {} : { 'Set-GUID': `JSESSIONID=${answer.setGuid}` }),
  };
  return { kind: 'http', status: 200, headers, body: bodyTextOf(answer), answer, retcode: answer.retcode };
}

/** A page of the web server around the gateway, for paths that are not the gateway's. */
export function pageOutside(): HttpReply {
  return html(404, '<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>');
}

/** A refusal with this retcode, word for word. */
export function refusalInstead(retcode: string | number, message = '', status = 200): HttpReply {
  const body = JSON.stringify({ message, retcode });
  return { kind: 'http', status, headers: { 'Content-Type': jsonType }, body, retcode: String(retcode) };
}

/** The page of a proxy before the gateway that has no answer of it. */
export function pageOfProxy(status: number): HttpReply {
  const title = `${String(status)} ${proxyTitles.get(status) ?? 'Error'}`;
  return html(status, `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`);
}

const proxyTitles: ReadonlyMap<number, string> = new Map([
  [502, 'Bad Gateway'],
  [503, 'Service Temporarily Unavailable'],
  [504, 'Gateway Time-out'],
]);

/** The reply of a misbehaviour that keeps the request from being handled; null: it is handled. */
export function replyInstead(misbehaviour: InjectedFault): Reply | null {
  switch (misbehaviour.kind) {
    case 'html':
      return html(misbehaviour.status ?? 200, misbehaviour.body ?? portalPage);
    case 'redirect': {
      const { location, status } = misbehaviour;
      return { kind: 'http', status: status ?? 302, headers: { Location: location }, body: '' };
    }
    case 'retcode':
      return refusalInstead(misbehaviour.retcode, misbehaviour.message, misbehaviour.status);
    case 'answer': {
      const headers = { 'Content-Type': misbehaviour.contentType ?? jsonType, ...misbehaviour.headers };
      return { kind: 'http', status: misbehaviour.status, headers, body: misbehaviour.body };
    }
    case 'rawBytes':
      return misbehaviour;
    case 'closeSocket':
      return misbehaviour.when === 'beforeHandling' ? { kind: 'closeSocket' } : null;
    case 'truncatedJson':
    case 'cutAnswer':
    case 'delay':
    case 'dropFields':
      return null;
  }
}

/** What a misbehaviour makes of the answer to a handled request. */
export function spoil(reply: HttpReply, misbehaviour: InjectedFault): Reply {
  switch (misbehaviour.kind) {
    case 'truncatedJson':
      return { ...reply, body: reply.body.slice(0, reply.body.length / 2) };
    case 'cutAnswer':
      return { ...reply, cutAfter: Math.floor(Buffer.byteLength(reply.body) / 2) };
    case 'dropFields':
      return { ...reply, body: withoutFields(reply, new Set(misbehaviour.fields)) };
    case 'closeSocket':
      return { kind: 'closeSocket' };
    case 'delay':
    case 'html':
    case 'redirect':
    case 'retcode':
    case 'answer':
    case 'rawBytes':
      return reply;
  }
}

const portalPage = '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Please sign in.</body></html>';

function html(status: number, body: string): HttpReply {
  return { kind: 'http', status, headers: { 'Content-Type': htmlType }, body };
}

function withoutFields(reply: HttpReply, fields: ReadonlySet<string>): string {
  if (reply.answer === undefined) return reply.body;
  const json: unknown = JSON.parse(reply.body);
  return JSON.stringify(json, (name, value: unknown) => (fields.has(name) ? undefined : value));
}
