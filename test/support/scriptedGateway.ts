import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../simulator/certificate.ts';

/** The interfaces that Earshot uses, by the gateway's own names. */
export type InterfaceName =
  | 'login'
  | 'forceLogin'
  | 'logout'
  | 'forceLogout'
  | 'getAgentEvent'
  | 'getAgentStatus'
  | 'sayFree'
  | 'roster'
  | 'ownCall'
  | 'addSupervise'
  | 'stopSuperviseOrInsert'
  | 'other';

export interface Heard {
  readonly name: InterfaceName;
  readonly path: string;
  readonly guid: string | undefined;
  readonly cookie: string | undefined;
  readonly body: string;
}

/** What goes back: an answer, a connection that is cut, or nothing at all until somebody gives up. */
export type ScriptedAnswer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string | string[]>>; readonly body: string | Uint8Array }
  | 'cut'
  | 'hang';

export interface ScriptedGateway {
  readonly address: string;
  readonly fingerprint: string;
  readonly heard: readonly Heard[];
  /** How many polls were answered although a later one of the same agent had come in before. One that was given up by then is none of them. */
  readonly overlappingPolls: number;
  /** Cuts every connection. */
  drop(): void;
  close(): Promise<void>;
}

/** A gateway whose every answer is the test's, over real TLS: for answers that no gateway should give. */
export async function startScriptedGateway(answer: (heard: Heard) => ScriptedAnswer | Promise<ScriptedAnswer>): Promise<ScriptedGateway> {
  const { cert, key } = await makeCertificate({ commonName: 'Scripted gateway' }, Date.now());
  const heard: Heard[] = [];
  const openPolls = new Set<{ readonly path: string; overlapped: boolean }>();
  let overlappingPolls = 0;
  const server: Server = createServer({ cert, key }, (request, response) => {
    void serve(request, response);
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const name = interfaceOf(request.method ?? '', request.url ?? '');
    if (name === 'getAgentEvent') {
      const poll = { path: request.url ?? '', overlapped: false };
      for (const earlier of openPolls) earlier.overlapped ||= earlier.path === poll.path;
      openPolls.add(poll);
      response.on('close', () => {
        openPolls.delete(poll);
        if (poll.overlapped && response.writableFinished) overlappingPolls += 1;
      });
    }
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const record: Heard = {
      name,
      path: request.url ?? '',
      guid: request.headers['guid'] as string | undefined,
      cookie: request.headers.cookie,
      body: Buffer.concat(chunks).toString(),
    };
    heard.push(record);
    const given = await answer(record);
    if (given === 'hang') return;
    if (given === 'cut') {
      response.destroy();
      return;
    }
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers }).end(given.body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    fingerprint: new X509Certificate(cert).fingerprint256,
    heard,
    get overlappingPolls() {
      return overlappingPolls;
    },
    drop: () => {
      server.closeAllConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** A gateway's plain answer (protocol.md 0). */
export function answering(result: unknown = {}, more: Readonly<Record<string, unknown>> = {}): ScriptedAnswer {
  return { body: JSON.stringify({ message: '', retcode: '0', result, ...more }) };
}

function interfaceOf(method: string, url: string): InterfaceName {
  const path = url.replace(/^\/agentgateway\/resource\//, '').replace(/\?.*$/, '');
  if (/^onlineagent\/\d+$/.test(path) && method === 'PUT') return 'login';
  if (/^onlineagent\/\d+\/forcelogin$/.test(path)) return 'forceLogin';
  if (/^onlineagent\/\d+\/logout$/.test(path)) return 'logout';
  if (/^onlineagent\/\d+\/forcelogout$/.test(path)) return 'forceLogout';
  if (/^onlineagent\/\d+\/agentstatus$/.test(path)) return 'getAgentStatus';
  if (/^onlineagent\/\d+\/sayfree$/.test(path)) return 'sayFree';
  if (/^agentevent\/\d+$/.test(path)) return 'getAgentEvent';
  if (/^agentgroup\/\d+\/agentbyworkno\//.test(path)) return 'ownCall';
  if (/^agentgroup\/\d+\//.test(path)) return 'roster';
  if (/^qualitycontrol\/\d+\/addsupervise\//.test(path)) return 'addSupervise';
  if (/^qualitycontrol\/\d+\/\d+$/.test(path) && method === 'DELETE') return 'stopSuperviseOrInsert';
  return 'other';
}
