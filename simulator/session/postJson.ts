import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

/** Far above any documented answer to a call-back. */
const mostAnswerBytes = 64 * 1_024;

/** Posts to one address; keeps its connection, and lets it go when closed. */
export class Poster {
  readonly #url: URL;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(url: URL) {
    this.#url = url;
    // Only ever this machine (callBack.ts), whose certificates are of its own making.
    this.#agent =
      url.protocol === 'https:' ? new HttpsAgent({ keepAlive: true, rejectUnauthorized: false }) : new HttpAgent({ keepAlive: true });
  }

  /** Resolves to the body of a 2xx answer, or to undefined: whatever is at the other end, it never rejects. */
  async post(headers: Readonly<Record<string, string>>, body: string, given: AbortSignal): Promise<string | undefined> {
    return new Promise((resolve) => {
      const options = {
        method: 'POST',
        agent: this.#agent,
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        signal: given,
      };
      const outgoing: ClientRequest = this.#url.protocol === 'https:' ? requestHttps(this.#url, options) : requestHttp(this.#url, options);
      outgoing.on('response', (incoming) => {
        receive(incoming, (text) => {
          if (text === undefined) outgoing.destroy();
          resolve(text);
        });
      });
      outgoing.on('error', () => {
        resolve(undefined);
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function receive(incoming: IncomingMessage, done: (text: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostAnswerBytes) done(undefined);
  });
  incoming.on('end', () => {
    const { statusCode = 0 } = incoming;
    done(statusCode >= 200 && statusCode < 300 ? Buffer.concat(chunks).toString('utf8') : undefined);
  });
  incoming.on('error', () => {
    done(undefined);
  });
  incoming.on('close', () => {
    done(undefined);
  });
}
