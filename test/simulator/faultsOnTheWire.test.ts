import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { startFaultProxy } from '../../simulator/faults/faultProxy.ts';
import type { FaultsChange } from '../../simulator/faults/faults.ts';
import { clientOf, listenTo, nth, stage } from './faultStage.ts';
import { createHandClock, mondayAtEight } from '../support/handClock.ts';

/** Real sockets, whose proxy's time is moved by hand; jitter is half of what it can be. */
async function wire(faults: FaultsChange) {
  const clock = createHandClock(mondayAtEight);
  const half = { int: (from: number) => from, fraction: () => 0.5, pick: <T>([first]: readonly T[]) => first as T };
  const { proxy, accepted } = await stage({ clock, random: half });
  const client = await clientOf(proxy);
  const server = listenTo(await nth(accepted, 0));
  await proxy.set(faults);
  return { proxy, clock, client, server };
}

/** Gives what should not arrive the chance to do so. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

test.each([
  ['latency', { latencyMs: 200 }, 200],
  ['jitter', { jitterMs: 200 }, 100],
  ['latency and jitter', { latencyMs: 50, jitterMs: 100 }, 100],
] as const)('%s: nothing arrives before its time, everything then', async (_, faults, dueAfter) => {
  const { clock, client, server } = await wire(faults);
  client.socket.write('question');
  await expect.poll(() => clock.timers()).toBe(1);
  clock.jump(dueAfter - 1);
  await aMoment();
  expect(server.received()).toBe('');
  clock.jump(1);
  await expect.poll(server.received).toBe('question');
});

test('bandwidth: a tenth of a second’s bytes in a tenth of a second', async () => {
  const { clock, client, server } = await wire({ toServer: { bandwidthBytesPerSecond: 1_000 } });
  client.socket.write('x'.repeat(1_000));
  await expect.poll(() => clock.timers()).toBe(1);
  const before = server.received().length;
  clock.jump(100);
  await expect.poll(() => server.received().length - before).toBeGreaterThanOrEqual(90);
  await aMoment();
  expect(server.received().length - before).toBeLessThanOrEqual(160);
  clock.jump(1_000);
  await expect.poll(() => server.received().length).toBe(1_000);
});

test('slow drip: so many bytes, that often', async () => {
  const { clock, client, server } = await wire({ toServer: { slowDrip: { bytes: 2, everyMs: 1_000 } } });
  client.socket.write('abcdef');
  await expect.poll(server.received).toBe('ab');
  clock.jump(999);
  await aMoment();
  expect(server.received()).toBe('ab');
  clock.jump(1);
  await expect.poll(server.received).toBe('abcd');
  clock.jump(1_000);
  await expect.poll(server.received).toBe('abcdef');
});

test.each<[string, FaultsChange, FaultsChange]>([
  ['latency', { latencyMs: 60_000 }, { latencyMs: 0 }],
  ['bandwidth', { bandwidthBytesPerSecond: 1 }, { bandwidthBytesPerSecond: null }],
  ['slow drip', { slowDrip: { bytes: 1, everyMs: 60_000 } }, { slowDrip: null }],
  ['a lost link', { link: 'lost' }, { link: 'up' }],
])('%s taken back while bytes are under way lets them go', async (_, fault, takenBack) => {
  const { proxy, clock, client, server } = await wire(fault);
  client.socket.write('held back');
  await aMoment();
  expect(server.received()).not.toBe('held back');
  await proxy.set(takenBack);
  // A slice that has just gone holds the next one for as long as a slice takes.
  await expect
    .poll(() => {
      clock.jump(10);
      return server.received();
    })
    .toBe('held back');
});

test('cut after n bytes set while the connection is open counts from then', async () => {
  const { proxy, client, server } = await wire({});
  client.socket.write('before');
  await expect.poll(server.received).toBe('before');
  await proxy.set({ toServer: { cutAfterBytes: 3 } });
  client.socket.write('after');
  await expect.poll(server.end).toBeDefined();
  expect(server.received()).toBe('beforeaft');
});

test.each(['127.0.0.1', 'localhost', '127.0.0.2', '::1'])(
  'it stands before any service on any address of this machine: %s',
  async (host) => {
    const address = host === 'localhost' ? '127.0.0.1' : host;
    const service = createServer((_, response) => response.end('a web server'));
    service.listen(0, address);
    await once(service, 'listening');
    onTestFinished(() => {
      service.close();
    });
    const at = service.address();
    if (at === null || typeof at === 'string') throw new Error('No port');
    const proxy = await startFaultProxy({ to: { host, port: at.port }, host });
    onTestFinished(() => proxy.close());
    expect(proxy.host).toBe(address);
    const answer = await fetch(`http://${address.includes(':') ? `[${address}]` : address}:${String(proxy.port)}/`, {
      headers: { Connection: 'close' },
    });
    expect(await answer.text()).toBe('a web server');
  },
);
