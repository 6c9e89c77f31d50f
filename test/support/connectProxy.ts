import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A real HTTP proxy on loopback that carries CONNECT tunnels, or refuses them. */
export interface ConnectProxy {
  readonly url: string;
  /** What was asked for: `host:port`. */
  readonly asked: readonly string[];
  /** `Proxy-Authorization` headers, in order. */
  readonly credentials: readonly (string | undefined)[];
  /** The bytes that went through towards the targets. */
  readonly carried: () => Buffer;
  /** From now on every CONNECT is answered so; null: carried out. */
  refuse(status: number | null): void;
  /** What a tunnel is opened with from now on. */
  welcome(head: string): void;
  close(): Promise<void>;
}

/** `secure`: it is reached over HTTPS, with this certificate. */
export async function startConnectProxy(secure: { readonly cert: string; readonly key: string } | null = null): Promise<ConnectProxy> {
  const asked: string[] = [];
  const credentials: (string | undefined)[] = [];
  const pieces: Buffer[] = [];
  const sockets = new Set<Socket>();
  let refusal: number | null = null;
  let opening = 'HTTP/1.1 200 Connection Established\r\n\r\n';
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const noTunnel: RequestListener = (_request, response) => {
    response.writeHead(405).end();
  };
  const server = secure === null ? createServer(noTunnel) : createSecureServer({ cert: secure.cert, key: secure.key }, noTunnel);
  server.on('connection', keep);
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '');
    credentials.push(request.headers['proxy-authorization']);
    if (refusal !== null) {
      client.end(`HTTP/1.1 ${String(refusal)} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${request.url ?? ''}`);
    const target = connect(Number(port), hostname, () => {
      client.write(opening);
      client.on('data', (piece: Buffer) => pieces.push(piece));
      client.pipe(target);
      target.pipe(client);
    });
    keep(target);
    target.on('close', () => client.destroy());
    client.on('close', () => target.destroy());
    target.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${secure === null ? 'http' : 'https'}://127.0.0.1:${String(port)}`,
    asked,
    credentials,
    carried: () => Buffer.concat(pieces),
    refuse: (status) => {
      refusal = status;
    },
    welcome: (head) => {
      opening = head;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
