import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { keptPort } from './keptPort.ts';

const upFrom = (port: number) => (): number => port++;

test('a port is given to one test alone, though its server has not begun to listen', async () => {
  const earlier = await keptPort(upFrom(16_250));
  expect(await keptPort(upFrom(16_250))).not.toBe(earlier);
});

test('a port on which another program listens is given to no test', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  expect(await keptPort(upFrom(address.port))).not.toBe(address.port);
  server.close();
});
