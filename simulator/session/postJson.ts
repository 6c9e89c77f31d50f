import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { http } from '../http/nodeHttp.ts';

/** Far above any documented answer to a call-back. */
const mostAnswerBytes = 64 * 1_024;

/** Posts to one address; keeps its connection, and lets it go when closed. */
export interface Poster {
  /** Resolves to the body of a 2xx answer, or to null: whatever is at the other end, it never rejects. */
  post(headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<string | null>;
  close(): void;
}

export function createPoster(url: URL): Poster {
  const isSecure = url.protocol === 'https:';
  // Only ever this machine (callBack.ts), whose certificates are of its own making.
  const agent = isSecure ? new HttpsAgent({ keepAlive: true, rejectUnauthorized: false }) : new http.Agent({ keepAlive: true });
  return {
    post: (headers, body, signal) =>
      new Promise((resolve) => {
        const options = { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) }, signal };
        const outgoing: ClientRequest = isSecure ? requestHttps(url, options) : http.request(url, options);
        outgoing.on('response', (incoming) => {
          receive(incoming, (text) => {
            if (text === null) outgoing.destroy();
            resolve(text);
          });
        });
        outgoing.on('error', () => {
          resolve(null);
        });
        outgoing.end(body);
      }),
    close: () => {
      agent.destroy();
    },
  };
}

function receive(incoming: IncomingMessage, done: (text: string | null) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostAnswerBytes) done(null);
  });
  incoming.on('end', () => {
    const { statusCode = 0 } = incoming;
    done(statusCode >= 200 && statusCode < 300 ? Buffer.concat(chunks).toString('utf8') : null);
  });
  incoming.on('error', () => {
    done(null);
  });
  incoming.on('close', () => {
    done(null);
  });
}
