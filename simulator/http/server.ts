import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import type { Certificate } from '../certificate.ts';
import { listenOn } from './listenOn.ts';
import { serverLimits } from './serverLimits.ts';

/** Loopback only: a simulator is nobody else's business. */
export const host = '127.0.0.1';

export interface HttpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves HTTPS with this certificate; rejects when the port cannot be had. */
export function serve(
  port: number,
  certificate: Certificate,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  limits = serverLimits,
): Promise<HttpsServer> {
  const server = createServer(
    {
      cert: certificate.cert,
      key: certificate.key,
      // Documented for call-backs and the least that a current client accepts (protocol.md 5).
      minVersion: 'TLSv1.2',
      ...limits,
    },
    answer,
  );
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // What is no HTTP is refused by Node (400, 431, 408); a failed TLS handshake only ends its own connection.
  return listenOn(server, host, port).then((open) => ({ port: open, close: () => closeServer(server, sockets) }));
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    // Not closeAllConnections: one in its TLS handshake is not among them, and would be served on and on.
    for (const socket of sockets) socket.destroy();
  });
}
