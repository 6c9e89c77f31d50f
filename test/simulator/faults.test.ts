import { once } from 'node:events';
import { createServer } from 'node:net';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { startFaultProxy } from '../../simulator/faults/faultProxy.ts';
import { clientOf, listenTo, nth, stage } from './faultStage.ts';

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test('without faults bytes and ends pass both ways, each end by itself', async () => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  const server = await nth(accepted, 0);
  const atServer = listenTo(server);
  client.socket.end('question');
  await expect.poll(atServer.end).toBe('finished');
  expect(atServer.received()).toBe('question');
  server.end('answer');
  await expect.poll(client.end).toBe('finished');
  expect(client.received()).toBe('answer');
  await expect.poll(() => proxy.connections).toBe(0);
});

test('whatever latency, jitter and bandwidth, the same bytes come out', { timeout: 60_000 }, async () => {
  const { proxy, accepted } = await stage();
  const faults = fc.record({
    latencyMs: fc.integer({ min: 0, max: 30 }),
    jitterMs: fc.integer({ min: 0, max: 30 }),
    bandwidthBytesPerSecond: fc.option(fc.integer({ min: 200_000, max: 5_000_000 })),
  });
  const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4_000 }), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(faults, faults, pieces, pieces, async (toServer, toClient, questions, answers) => {
      await proxy.set({ toServer, toClient });
      const at = accepted.length;
      const client = await clientOf(proxy);
      const server = await nth(accepted, at);
      const atServer = listenTo(server);
      for (const bytes of questions) client.socket.write(bytes);
      for (const bytes of answers) server.write(bytes);
      client.socket.end();
      server.end();
      await expect.poll(atServer.end, { interval: 5 }).toBe('finished');
      await expect.poll(client.end, { interval: 5 }).toBe('finished');
      expect(atServer.received()).toBe(Buffer.concat(questions).toString('latin1'));
      expect(client.received()).toBe(Buffer.concat(answers).toString('latin1'));
    }),
    { numRuns: 25 },
  );
  await expect.poll(() => proxy.connections).toBe(0);
});

test('a receiver that does not read holds its sender up', async () => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  const server = await nth(accepted, 0);
  client.socket.pause();
  const megabyte = Buffer.alloc(1_024 * 1_024);
  let written = 0;
  while (written < 64 && server.write(megabyte)) written += 1;
  server.write(Buffer.alloc(40 * megabyte.length));
  await pauseFor(300);
  // The kernel's buffers and the line's window, not all of it.
  expect(server.writableLength).toBeGreaterThan(10 * megabyte.length);
  client.socket.resume();
  await expect.poll(() => server.writableLength).toBe(0);
});

test('a lost link holds everything, new connections too, and gives it back when it is up', async () => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  const server = await nth(accepted, 0);
  const atServer = listenTo(server);
  await proxy.set({ link: 'lost' });
  client.socket.write('held');
  server.write('back');
  const late = await clientOf(proxy);
  late.socket.write('hello');
  await pauseFor(100);
  expect([atServer.received(), client.received(), accepted.length]).toEqual(['', '', 1]);
  expect([client.end(), late.end(), proxy.connections]).toEqual([undefined, undefined, 2]);
  await proxy.set({ link: 'up' });
  await expect.poll(atServer.received).toBe('held');
  await expect.poll(client.received).toBe('back');
  expect(listenTo(await nth(accepted, 1)).end()).toBeUndefined();
});

test('a lost link hides that the client has gone, until it is up', async () => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  const atServer = listenTo(await nth(accepted, 0));
  await proxy.set({ link: 'lost' });
  client.socket.resetAndDestroy();
  await pauseFor(100);
  expect(atServer.end()).toBeUndefined();
  await proxy.set({ link: 'up' });
  await expect.poll(atServer.end).toBe('reset');
  await expect.poll(() => proxy.connections).toBe(0);
});

test.each(['server', 'client'] as const)('half-open: what the %s sends is swallowed, its end too; the other way goes on', async (whose) => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  const server = await nth(accepted, 0);
  const atServer = listenTo(server);
  const [silenced, heard] = whose === 'server' ? [server, client.socket] : [client.socket, server];
  const [deaf, hears] = whose === 'server' ? [client, atServer] : [atServer, client];
  await proxy.set({ halfOpen: whose });
  silenced.write('swallowed');
  heard.write('passes');
  await expect.poll(hears.received).toBe('passes');
  // Healed: but this connection has a hole in its bytes, and keeps silent.
  await proxy.set({ halfOpen: 'off' });
  silenced.end('more');
  await pauseFor(50);
  expect([deaf.received(), deaf.end()]).toEqual(['', undefined]);
  heard.end();
  await expect.poll(() => proxy.connections).toBe(0);
});

test('cut after n bytes: exactly so many arrive, of each connection anew', async () => {
  const { proxy, accepted } = await stage();
  await proxy.set({ toClient: { cutAfterBytes: 5 } });
  for (const index of [0, 1]) {
    const client = await clientOf(proxy);
    const server = await nth(accepted, index);
    server.write('abcdefgh');
    await expect.poll(client.end).toBeDefined();
    expect(client.received()).toBe('abcde');
  }
  await expect.poll(() => proxy.connections).toBe(0);
});

test('refuse: new connections are refused, the open one stays; taken back, the port is the same', async () => {
  const { proxy, accepted } = await stage();
  const { port } = proxy;
  const client = await clientOf(proxy);
  const server = await nth(accepted, 0);
  await proxy.set({ refuse: true });
  await expect(clientOf(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  server.write('still here');
  await expect.poll(client.received).toBe('still here');
  await proxy.set({ refuse: false });
  expect(proxy.port).toBe(port);
  await clientOf(proxy);
});

test('refuse taken back is an error when the port has gone to another', async () => {
  const { proxy } = await stage();
  await proxy.set({ refuse: true });
  const other = createServer().listen(proxy.port, '127.0.0.1');
  await once(other, 'listening');
  await expect(proxy.set({ refuse: false })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
  await once(other, 'close');
  await proxy.set({});
  await clientOf(proxy);
});

test('reset resets both sides of every connection', async () => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  const atServer = listenTo(await nth(accepted, 0));
  proxy.reset();
  await expect.poll(client.end).toBe('reset');
  await expect.poll(atServer.end).toBe('reset');
  expect(proxy.connections).toBe(0);
});

test('a server that is not there resets the client, and one that resets passes it on', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const address = nobody.address();
  nobody.close();
  await once(nobody, 'close');
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port } });
  onTestFinished(() => proxy.close());
  const client = await clientOf(proxy);
  await expect.poll(client.end).toBe('reset');
  const running = await stage();
  const other = await clientOf(running.proxy);
  (await nth(running.accepted, 0)).resetAndDestroy();
  await expect.poll(other.end).toBe('reset');
});

test('closing ends every connection, whatever its faults, and frees the port', async () => {
  const { proxy, accepted } = await stage();
  const client = await clientOf(proxy);
  await nth(accepted, 0);
  await proxy.set({ link: 'lost', latencyMs: 60_000 });
  client.socket.write('never');
  await proxy.close();
  await proxy.close();
  await expect.poll(client.end).toBe('reset');
  expect(proxy.connections).toBe(0);
  await expect(clientOf(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test.each(['192.0.2.1', '0.0.0.0', '::', 'example.com', '127.0.0.1.example.com', ''])('%s is not this machine', async (host) => {
  await expect(startFaultProxy({ to: { host, port: 1 } })).rejects.toThrow(RangeError);
  await expect(startFaultProxy({ to: { host: '127.0.0.1', port: 1 }, host })).rejects.toThrow(RangeError);
});

test.each([
  [{ latencyMs: -1 }],
  [{ latencyMs: Number.NaN }],
  [{ bandwidthBytesPerSecond: 0 }],
  [{ slowDrip: { bytes: 0, everyMs: 1 } }],
  [{ toClient: { cutAfterBytes: 1.5 } }],
])('faults that make no sense are refused and change nothing: %j', async (change) => {
  const { proxy } = await stage();
  const before = proxy.faults;
  expect(() => proxy.set(change)).toThrow();
  expect(proxy.faults).toBe(before);
});
