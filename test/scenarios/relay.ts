import { connect, createServer, type Socket } from 'node:net';
import type { FaultHand, Faults } from '../../simulator/scenarios/index.ts';

/** A way to the gateway that can be made bad: as much of a fault proxy as the shipped scenarios need. */
export interface Relay extends FaultHand {
  readonly port: number;
  close(): Promise<void>;
}

const harmless = { latencyMs: 0, jitterMs: 0, link: 'up', refuse: false } satisfies Partial<Faults>;

export async function startRelay(to: number): Promise<Relay> {
  let faults: Partial<Faults> = harmless;
  const sockets = new Set<Socket>();

  /** In order, each piece after its delay; what comes while the link is lost is lost with it. */
  function carry(from: Socket, target: Socket): void {
    let earlier = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      const due = Date.now() + (faults.latencyMs ?? 0) + Math.random() * (faults.jitterMs ?? 0);
      earlier = earlier.then(() => until(due)).then(() => {
        if (faults.link !== 'lost' && !target.destroyed) target.write(piece);
      });
    });
    from.on('close', () => void earlier.then(() => target.destroy()));
    from.on('error', () => target.destroy());
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
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    set: (more) => {
      faults = { ...faults, ...more };
      if (faults.refuse === true) drop();
    },
    reset: () => {
      faults = harmless;
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
