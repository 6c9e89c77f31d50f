import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { InspectorAccount, Simulator } from '../../simulator/index.ts';

const envelope = z.strictObject({
  message: z.string(),
  retcode: z.string(),
  result: z.unknown().optional(),
  event: z
    .strictObject({ eventType: z.string(), workNo: z.string(), content: z.unknown(), eventGenTime: z.number().optional() })
    .optional(),
});

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface PlainRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Its connections; one of its own unless told otherwise. */
  readonly agent?: Agent;
}

export const jsonHeader = { 'Content-Type': 'application/json; charset=UTF-8' };

/** One request over real TLS, nothing added and nothing understood. */
export function send(simulator: Pick<Simulator, 'port'>, method: string, path: string, what: PlainRequest = {}): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: simulator.port,
        method,
        path,
        headers: { ...what.headers, ...(what.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(what.body) }) },
        rejectUnauthorized: false,
        agent: what.agent ?? false,
        ...(what.signal === undefined ? {} : { signal: what.signal }),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(what.body);
  });
}

export type Envelope = z.infer<typeof envelope>;

/** One agent's client: just enough of one to say what a test says. */
export class PlainClient {
  guid: string | undefined;
  readonly #simulator: Pick<Simulator, 'port'>;
  readonly #agentId: string;
  /** Keeps connections, as clients do: a handshake costs as much as five requests. */
  readonly #agent = new Agent({ keepAlive: true });

  constructor(simulator: Pick<Simulator, 'port'>, agentId: string) {
    this.#simulator = simulator;
    this.#agentId = agentId;
  }

  /** `{id}` in the path is this agent's number. */
  async call(method: string, path: string, body?: string): Promise<Envelope> {
    const answer = await this.send(method, path, body);
    return envelope.parse(JSON.parse(answer.text));
  }

  send(method: string, path: string, body?: string, signal?: AbortSignal): Promise<PlainAnswer> {
    const headers = { ...jsonHeader, ...(this.guid === undefined ? {} : { Guid: this.guid }) };
    return send(this.#simulator, method, `/agentgateway/resource/${path.replace('{id}', this.#agentId)}`, {
      headers,
      agent: this.#agent,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async retcode(method: string, path: string, body?: string): Promise<string> {
    return (await this.call(method, path, body)).retcode;
  }

  async signIn(account: Pick<InspectorAccount, 'password' | 'phone'>, more: object = {}, forced = false): Promise<Envelope> {
    const body = JSON.stringify({ password: account.password, phonenum: account.phone, releasephone: true, ...more });
    const answer = await this.send('PUT', forced ? 'onlineagent/{id}/forcelogin' : 'onlineagent/{id}', body);
    this.guid = guidIn(answer) ?? this.guid;
    return envelope.parse(JSON.parse(answer.text));
  }

  poll(): Promise<Envelope> {
    return this.call('GET', 'agentevent/{id}');
  }

  /** The next events, each as `type` or, with content, `type {…}`. */
  async events(count: number): Promise<string[]> {
    const events: string[] = [];
    while (events.length < count) {
      const { event } = await this.poll();
      if (event === undefined) return [...events, 'nothing'];
      events.push(event.content === null ? event.eventType : `${event.eventType} ${JSON.stringify(event.content)}`);
    }
    return events;
  }
}

/** The Guid that an answer announces, as it has to be sent back. */
export function guidIn(answer: PlainAnswer): string | undefined {
  const header = answer.headers['set-guid'];
  return typeof header === 'string' ? /^JSESSIONID=(.+)$/.exec(header)?.[1] : undefined;
}
