import { X509Certificate } from 'node:crypto';
import { Agent, request, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { Clock } from '../../simulator/index.ts';

/** An answer as it came, with what could be read of it. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As they were spelled. */
  readonly headerNames: readonly string[];
  readonly text: string;
  /** Undefined when the body is no JSON object. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds from the request to the end of the answer. */
  readonly took: number;
}

export interface PlainRequest {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** No Content-Type, as the C# client sends what has no body. */
  readonly untyped?: boolean;
  /** `null`: none, whatever is known. */
  readonly guid?: string | null;
  /** Without its distance to the request before: only where the limit itself is tried. */
  readonly atOnce?: boolean;
}

export interface GatewayOptions {
  /** `https://host:port`, with or without `/agentgateway/resource`. */
  readonly url: string;
  readonly agentId: string;
  /** SHA-256 of the certificate; without it any certificate is taken. */
  readonly fingerprint: string | undefined;
  /** The time by which the gateway goes. */
  readonly clock: Clock;
}

const answerWithin = 30_000;
/** The documented limit is five queries in two seconds: stay below it. */
const betweenRequests = 450;

/** A gateway behind a plain HTTPS client: nothing is understood, nothing is repeated, everything is told as it came. */
export class Gateway {
  readonly agentId: string;
  readonly host: string;
  guid: string | undefined;
  readonly #base: string;
  readonly #agent: Agent;
  readonly #clock: Clock;
  readonly #fingerprint: string | undefined;
  #free = Promise.resolve();
  #polledAt: number;
  seenFingerprint: string | undefined;

  constructor(options: GatewayOptions) {
    this.agentId = options.agentId;
    this.host = new URL(options.url).hostname;
    this.#clock = options.clock;
    this.#polledAt = options.clock.now();
    this.#fingerprint = options.fingerprint;
    this.#agent = new JudgingAgent((fingerprint) => this.#judge(fingerprint));
    this.#base = `${options.url.replace(/\/+$/, '').replace(/\/agentgateway(\/resource)?$/, '')}/agentgateway/resource/`;
  }

  /** Sends one request; `{id}` in the path is the inspector. Rejects when there is no answer. */
  async send(method: string, path: string, more: PlainRequest = {}): Promise<PlainAnswer> {
    if (more.atOnce !== true) await this.#turn();
    const guid = more.guid === undefined ? this.guid : (more.guid ?? undefined);
    if (path.startsWith('agentevent/') && more.guid === undefined) this.#polledAt = this.#clock.now();
    const answer = await this.#exchange(
      method,
      path.replaceAll('{id}', this.agentId),
      {
        ...(more.untyped === true ? {} : { 'Content-Type': 'application/json; charset=UTF-8' }),
        ...(guid === undefined ? {} : { Guid: guid }),
        ...more.headers,
      },
      more.body,
    );
    const renewed = more.guid === undefined ? guidIn(answer) : undefined;
    this.guid = renewed ?? this.guid;
    return answer;
  }

  /** How long ago it was last polled, in milliseconds. */
  get sincePoll(): number {
    return this.#clock.now() - this.#polledAt;
  }

  /** Waits by the gateway's clock. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve));
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Requests are spaced, however many rows ask at once. */
  #turn(): Promise<void> {
    const turn = this.#free;
    this.#free = turn.then(() => this.wait(betweenRequests));
    return turn;
  }

  #exchange(method: string, path: string, headers: Record<string, string>, body: string | undefined): Promise<PlainAnswer> {
    const began = this.#clock.now();
    return new Promise((resolve, reject) => {
      const outgoing = request(
        this.#base + path,
        {
          method,
          agent: this.#agent,
          timeout: answerWithin,
          headers: { ...headers, 'Content-Length': Buffer.byteLength(body ?? '') },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8').replace(/\0+$/, '');
            const took = this.#clock.now() - began;
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              headerNames: namesOf(incoming.rawHeaders),
              text,
              json: objectIn(text),
              took,
            });
          });
        },
      );
      outgoing.on('timeout', () => {
        outgoing.destroy(new Error(`no answer within ${String(answerWithin / 1_000)} s`));
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** What is wrong with this certificate, if anything. */
  #judge(fingerprint: string): string | undefined {
    this.seenFingerprint = fingerprint;
    const wanted = this.#fingerprint?.toUpperCase();
    return wanted === undefined || wanted === fingerprint ? undefined : `the certificate is another one: ${fingerprint}`;
  }
}

type Connected = (error: Error | null, socket: Duplex) => void;

/** Hands a connection over only when its certificate was looked at: before that, nothing of a request may leave. */
class JudgingAgent extends Agent {
  readonly #judge: (fingerprint: string) => string | undefined;

  constructor(judge: (fingerprint: string) => string | undefined) {
    super({ keepAlive: true });
    this.#judge = judge;
  }

  override createConnection(options: RequestOptions, connected?: Connected): undefined {
    // No TLS session is taken up again: that would show no certificate.
    const socket = connect({ host: options.host ?? 'localhost', port: Number(options.port), rejectUnauthorized: false });
    const fail = (error: Error): void => connected?.(error, socket);
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      const { raw } = socket.getPeerCertificate() as { raw?: Buffer };
      const problem = raw === undefined ? 'the gateway showed no certificate' : this.#judge(new X509Certificate(raw).fingerprint256);
      socket.off('error', fail);
      if (problem === undefined) {
        connected?.(null, socket);
        return;
      }
      socket.destroy();
      fail(new Error(problem));
    });
  }
}

/** The Guid that an answer announces, as it has to be sent back. */
export function guidIn(answer: PlainAnswer): string | undefined {
  const header = answer.headers['set-guid'];
  return typeof header === 'string' ? (/^(?:JSESSIONID=)?([^;\s]+)/.exec(header)?.[1] ?? undefined) : undefined;
}

function namesOf(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 0);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
