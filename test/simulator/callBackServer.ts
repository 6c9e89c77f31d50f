import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { onTestFinished } from 'vitest';
import type { Certificate } from '../../simulator/index.ts';

/** What a call-back brought. */
export interface CalledBack {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface CallBackServer {
  readonly url: string;
  readonly calls: readonly CalledBack[];
}

export const taken = (response: ServerResponse): void => {
  response.end('{"message":"success","retcode":"0"}');
};

/** A third-party system that receives pushed events; closed when the test is over. */
export async function callBackServer(
  answer: (response: ServerResponse, count: number) => void = taken,
  certificate?: Certificate,
): Promise<CallBackServer> {
  const calls: CalledBack[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      calls.push({ method, url, headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown });
      answer(response, calls.length);
    });
  };
  const server = certificate === undefined ? createServer(listener) : createTlsServer(certificate, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return { url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String(address.port)}/events`, calls };
}
