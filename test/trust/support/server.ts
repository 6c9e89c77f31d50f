import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import type { Made } from './certificates.ts';

/** A gateway of which only certificate, TLS version and answer matter. */
export interface TlsServer {
  readonly port: number;
  /** Bytes that arrived inside TLS: what a server that is not trusted must not get. */
  heard(): number;
  handshakes(): number;
  /** Connections that are up. */
  open(): number;
  /** The next answer is its connection's last (`Connection: close`). */
  endWithNext(): void;
  close(): Promise<void>;
}

const answer = JSON.stringify({ message: '', retcode: '0', result: {} });

export async function startTlsServer({ cert: _cert, chain, key }: Made, options: tls.TlsOptions = {}): Promise<TlsServer> {
  let heard = 0;
  let handshakes = 0;
  let endsWithNext = false;
  const sockets = new Set<tls.TLSSocket>();
  const server = tls.createServer({ cert: chain, key, ...options }, (socket) => {
    handshakes += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that breaks off is half of what is tested here.
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      heard += data.length;
      const ends = endsWithNext;
      endsWithNext = false;
      socket.write(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${String(answer.length)}\r\n${ends ? 'connection: close\r\n' : ''}set-guid: JSESSIONID=x\r\n\r\n${answer}`,
      );
    });
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => heard,
    handshakes: () => handshakes,
    open: () => sockets.size,
    endWithNext: () => {
      endsWithNext = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
