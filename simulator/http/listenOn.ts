import type { Server } from 'node:net';

/** Opens the port (0: any free one) and resolves to its number; rejects when it cannot be had. */
export function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // Too many open files: that connection is lost, the others are not.
      server.on('error', () => undefined);
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
      resolve(address.port);
    });
  });
}
