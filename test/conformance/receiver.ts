import { createServer, type ServerResponse } from 'node:http';
import { NotTried } from './row.ts';

/** What a gateway in push mode has posted here. */
export interface Receiver {
  readonly url: string;
  readonly posted: readonly { readonly token: string | undefined; readonly body: unknown }[];
  close(): void;
}

const taken = (response: ServerResponse): void => {
  response.end('{"message":"success","retcode":"0"}');
};

/** Listens for pushed events on this machine; only a gateway on it can call back, and a simulator calls nobody else. */
export async function receiver(gatewayHost: string, answer: (response: ServerResponse) => void = taken): Promise<Receiver> {
  if (!/^(127\.|localhost$|\[::1\]$)/.test(gatewayHost)) throw new NotTried('the gateway, on another machine, cannot call back here');
  const posted: { token: string | undefined; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const token = request.headers['service_token'];
      posted.push({
        token: typeof token === 'string' ? token : undefined,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown,
      });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    posted,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
