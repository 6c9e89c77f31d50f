import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { makeCertificate } from '../../simulator/certificate.ts';
import { startControl } from '../../simulator/control/control.ts';
import { receiveBody } from '../../simulator/http/requestBody.ts';
import { serve } from '../../simulator/http/server.ts';
import { serverLimits } from '../../simulator/http/serverLimits.ts';
import { startFaultProxy } from '../../simulator/index.ts';
import { bundled } from '../support/bundled/bundled.ts';
import { PlainClient } from './plainClient.ts';
import { quickSimulator } from './signedIn.ts';

/** A port of the simulator, how one connects to it and whether it still does its work. */
interface Door {
  readonly port: number;
  readonly isTls: boolean;
  isAlive(): Promise<boolean>;
}

/** The same limits, but nobody waits in a test as long as in the field. */
const briefly = { ...serverLimits, headersTimeout: 300, requestTimeout: 600, handshakeTimeout: 300, connectionsCheckingInterval: 50 };

const doors = {
  gateway: async (): Promise<Door> => {
    const simulator = await quickSimulator();
    const isAlive = async (): Promise<boolean> => (await new PlainClient(simulator, '291').retcode('GET', 'agentevent/{id}')) === '100-006';
    return { port: simulator.port, isTls: true, isAlive };
  },
  control: async (limits = serverLimits): Promise<Door> => {
    const control = await startControl({ gateway: { simulator: await quickSimulator() }, limits });
    onTestFinished(() => control.close());
    return { port: control.port, isTls: false, isAlive: async () => (await fetch(`${control.url}/state`)).ok };
  },
  'gateway behind the fault proxy': async (): Promise<Door> => {
    const door = await doors.gateway();
    const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: door.port } });
    onTestFinished(() => proxy.close());
    return { ...door, port: proxy.port };
  },
};

const everyDoor = ['gateway', 'control', 'gateway behind the fault proxy'] as const;

async function enter({ port, isTls }: Door): Promise<Socket> {
  const socket = isTls ? connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }) : connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, isTls ? 'secureConnect' : 'connect');
  return socket;
}

/** The first line of what comes back until the connection ends. */
function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (bytes: Buffer) => {
      if (text.length < 200) text += bytes.toString('latin1');
    });
    socket.on('close', () => {
      resolve(text.split('\r\n')[0] ?? '');
    });
  });
}

/** Who still sends when refused may be reset before they have read the refusal. */
const resetBefore = '';

const post = (length: string): string => `POST /behave HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;

test.each(everyDoor)('%s: what is no HTTP is refused', async (name) => {
  const door = await doors[name]();
  for (const bytes of ['no HTTP at all\r\n\r\n', Buffer.alloc(4_096, 0xff), 'GET / HTTP/9.9\r\n\r\n', 'GET /\0 HTTP/1.1\r\n\r\n']) {
    const socket = await enter(door);
    const line = firstLine(socket);
    socket.write(bytes);
    expect(await line).toBe('HTTP/1.1 400 Bad Request');
  }
  expect(await door.isAlive()).toBe(true);
});

test.each(everyDoor)('%s: any bytes, before TLS and as HTTP, stop nothing', { timeout: 30_000 }, async (name) => {
  const door = await doors[name]();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.boolean(), fc.string(), async (bytes, asHttp, path) => {
      const socket = await enter({ ...door, isTls: door.isTls && asHttp });
      const ended = once(socket, 'close');
      socket.resume();
      socket.write(
        asHttp ? `PUT /${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${String(bytes.length)}\r\nConnection: close\r\n\r\n` : '',
      );
      socket.end(bytes);
      await ended;
    }),
    { numRuns: 60 },
  );
  expect(await door.isAlive()).toBe(true);
});

test.each(everyDoor)('%s: huge headers, and very many, are refused with 431', async (name) => {
  const door = await doors[name]();
  for (const headers of [`A: ${'x'.repeat(200_000)}\r\n`, 'A: x\r\n'.repeat(50_000)]) {
    const socket = await enter(door);
    const line = firstLine(socket);
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\n${headers}\r\n`);
    expect(['HTTP/1.1 431 Request Header Fields Too Large', resetBefore]).toContain(await line);
  }
  expect(await door.isAlive()).toBe(true);
});

test.each(everyDoor)('%s: a body of 100 MB is refused with 413 and never taken in, announced or in chunks', async (name) => {
  const door = await doors[name]();
  const size = 100_000_000;
  const chunk = Buffer.alloc(64 * 1_024, 'x');
  for (const announced of [true, false]) {
    const socket = await enter(door);
    const line = firstLine(socket);
    socket.write(post(announced ? `Content-Length: ${String(size)}` : 'Transfer-Encoding: chunked'));
    let sent = 0;
    while (sent < size && !socket.destroyed) {
      if (!announced) socket.write(`${chunk.length.toString(16)}\r\n`);
      const isFull = !socket.write(announced ? chunk : Buffer.concat([chunk, Buffer.from('\r\n')]));
      sent += chunk.length;
      if (isFull) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
    }
    expect(['HTTP/1.1 413 Payload Too Large', resetBefore]).toContain(await line);
    expect(sent).toBeLessThan(size / 2);
  }
  expect(await door.isAlive()).toBe(true);
});

test('the control port gives slow requests up: headers and bodies drip by drip, silence', async () => {
  const door = await doors.control(briefly);
  expect(await sendSlowly(door, 'GET / HTTP/1.1\r\nHost: x\r\nA: ')).toBe('HTTP/1.1 408 Request Timeout');
  expect(await sendSlowly(door, post('Content-Length: 1000'))).toBe('HTTP/1.1 408 Request Timeout');
  expect(await sendSlowly(door, '')).toBe('HTTP/1.1 408 Request Timeout');
  expect(await door.isAlive()).toBe(true);
});

test('the gateway’s server gives them up as well, and those who never shake hands', async () => {
  const certificate = await makeCertificate({}, Date.now());
  const server = await serve(
    0,
    certificate,
    (request, response) => {
      void receiveBody(request).then(() => response.end());
    },
    briefly,
  );
  onTestFinished(() => server.close());
  const door = { port: server.port, isTls: true, isAlive: () => Promise.resolve(true) };
  expect(await sendSlowly(door, 'GET / HTTP/1.1\r\nHost: x\r\nA: ')).toBe('HTTP/1.1 408 Request Timeout');
  expect(await sendSlowly(door, post('Content-Length: 1000'))).toBe('HTTP/1.1 408 Request Timeout');
  expect(await sendSlowly(door, '')).toBe('HTTP/1.1 408 Request Timeout');
  const silent = await enter({ ...door, isTls: false });
  silent.resume();
  await once(silent, 'close');
});

/** Sends the beginning, then a letter at a time as long as it may. */
async function sendSlowly(door: Door, beginning: string): Promise<string> {
  const socket = await enter(door);
  const line = firstLine(socket);
  socket.write(beginning);
  let isAnswered = false;
  // After what has come was read: a letter to a server that has hung up meanwhile would have the system throw its answer away.
  const drip = setInterval(() => setImmediate(() => beginning !== '' && !isAnswered && socket.write('x')), 50);
  try {
    return await line;
  } finally {
    isAnswered = true;
    clearInterval(drip);
  }
}

test.each(everyDoor)('%s: a thousand idle connections keep nobody out', { timeout: 30_000 }, async (name) => {
  const door = await doors[name]();
  const idle = await Promise.all(Array.from({ length: 1_000 }, () => enter({ ...door, isTls: false })));
  expect(idle).toHaveLength(1_000);
  expect(await door.isAlive()).toBe(true);
});

test.skipIf(process.platform === 'win32')(
  'more connections than files may be open: some are lost, the simulator is not',
  { timeout: 30_000 },
  async () => {
    const limited = 'ulimit -n 100 && exec "$0" "$@"';
    const child = spawn('sh', ['-c', limited, process.execPath, bundled('simulator'), '--agents', '5', '--quiet', '--faults'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
    });
    await expect.poll(() => output).toMatch(/control at .*\n/);
    const ports = [...output.matchAll(/ at https?:\/\/127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
    expect(ports).toHaveLength(3);
    const sockets = ports.flatMap((port) =>
      Array.from({ length: 100 }, () => connect({ port, host: '127.0.0.1' }).on('error', () => undefined)),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const socket of sockets) socket.destroy();
    const control = `http://127.0.0.1:${String(ports.at(-1))}/state`;
    await expect
      .poll(() =>
        fetch(control).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true);
    expect(child.exitCode).toBeNull();
  },
);
