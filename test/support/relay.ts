import { connect, createServer, type Socket } from 'node:net';

interface Faults {
  readonly latencyMs: number;
  readonly jitterMs: number;
  readonly link: 'up' | 'lost';
  readonly refuse: boolean;
}

/** A way to the gateway that can be made bad at once, between two lines of a test. */
export interface Relay {
  readonly port: number;
  set(change: Partial<Faults>): void;
  close(): Promise<void>;
}

const harmless = { latencyMs: 0, jitterMs: 0, link: 'up', refuse: false } satisfies Partial<Faults>;

export async function startRelay(to: number): Promise<Relay> {
  let faults: Partial<Faults> = harmless;
  let linkUp = Promise.withResolvers<undefined>();
  linkUp.resolve(undefined);
  const sockets = new Set<Socket>();

  /** In order, each piece after its delay; over a lost link nothing passes until it is back, not even the end. */
  function carry(from: Socket, target: Socket): void {
    let earlier: Promise<unknown> = Promise.resolve();
    const next = (act: () => void): void => {
      const due = Date.now() + (faults.latencyMs ?? 0) + Math.random() * (faults.jitterMs ?? 0);
      earlier = earlier
        .then(() => until(due))
        .then(() => linkUp.promise)
        .then(act);
    };
    from.on('data', (piece: Buffer) => {
      next(() => {
        if (!target.destroyed) target.write(piece);
      });
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      next(() => target.destroy());
    });
  }

  function change(next: Partial<Faults>): void {
    const wasLost = faults.link === 'lost';
    faults = next;
    if (next.link === 'lost' && !wasLost) linkUp = Promise.withResolvers();
    if (next.link !== 'lost') linkUp.resolve(undefined);
    if (next.refuse === true) drop();
  }

  function drop(): void {
    for (const socket of sockets) socket.destroy();
  }

  const server = createServer((client) => {
    if (faults.refuse === true) {
      client.destroy();
      return;
    }
    const gateway = connect(to, '127.0.0.1');
    for (const socket of [client, gateway]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    carry(client, gateway);
    carry(gateway, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The relay listens on no port');
  return {
    port: address.port,
    set: (more) => {
      change({ ...faults, ...more });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        drop();
      }),
  };
}

function until(time: number): Promise<void> {
  const left = time - Date.now();
  return left <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, left));
}
