import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { startSimulator } from '../../simulator/index.ts';
import type { Simulator } from '../../simulator/index.ts';
import { keptPort } from '../support/keptPort.ts';
import { testClock } from '../support/patientClock.ts';
import { jsonHeader, PlainClient, send } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

function tlsSocket(simulator: Simulator, options: { maxVersion?: 'TLSv1.1' | 'TLSv1.2' } = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: simulator.port, rejectUnauthorized: false, ...options }, () => {
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

async function firstLineAfter(simulator: Simulator, bytes: string | Uint8Array): Promise<string> {
  const socket = await tlsSocket(simulator);
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(text.split('\r\n')[0] ?? '');
    });
    socket.write(bytes);
  });
}

async function isAlive(simulator: Simulator): Promise<boolean> {
  return (await new PlainClient(simulator, '291').retcode('GET', 'agentevent/{id}')) === '100-006';
}

test('the fingerprint told is the one on the wire', async () => {
  const simulator = await quickSimulator();
  const socket = await tlsSocket(simulator);
  expect(socket.getPeerCertificate().fingerprint256).toBe(simulator.fingerprint);
  expect(simulator.fingerprint).toMatch(/^([\dA-F]{2}:){31}[\dA-F]{2}$/);
  socket.destroy();
});

test('a certificate can be expired, and of another name', async () => {
  const simulator = await quickSimulator({
    certificate: { commonName: 'old.example', names: ['old.example'], validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') },
  });
  const socket = await tlsSocket(simulator);
  const certificate = socket.getPeerCertificate();
  expect(certificate.subject.CN).toBe('old.example');
  expect(new Date(certificate.valid_to).getUTCFullYear()).toBe(2021);
  expect(certificate.subjectaltname).toBe('DNS:old.example');
  socket.destroy();
});

test('a gateway that comes back on its port with its certificate is the same gateway, and has forgotten its sessions', async () => {
  // By the clock of the second one: its Guids go by the time of its start, which no other clock may come to show once more.
  const first = await startSimulator({ agents: 1, centre: 'still', port: await keptPort(), clock: testClock() });
  const client = await signedInInspector(first);
  await first.close();
  const second = await quickSimulator({ port: first.port, certificate: first.certificate });
  expect(second.fingerprint).toBe(first.fingerprint);
  const before = new PlainClient(second, '291');
  before.guid = client.guid;
  expect((await before.poll()).retcode).toBe('100-006');
  expect((await signedInInspector(second)).guid).not.toBe(client.guid);
});

test('TLS 1.2 is spoken, TLS 1.1 is not', async () => {
  const simulator = await quickSimulator();
  (await tlsSocket(simulator, { maxVersion: 'TLSv1.2' })).destroy();
  await expect(tlsSocket(simulator, { maxVersion: 'TLSv1.1' })).rejects.toThrow();
});

test('what is no HTTP is refused and the server lives on', async () => {
  const simulator = await quickSimulator();
  expect(await firstLineAfter(simulator, 'this is no HTTP\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  expect(await firstLineAfter(simulator, Buffer.alloc(4_096, 0xff))).toBe('HTTP/1.1 400 Bad Request');
  expect(await isAlive(simulator)).toBe(true);
});

test('huge headers are refused with 431', async () => {
  const simulator = await quickSimulator();
  const request = `GET / HTTP/1.1\r\nHost: x\r\nGuid: ${'x'.repeat(100_000)}\r\n\r\n`;
  expect(await firstLineAfter(simulator, request)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  expect(await isAlive(simulator)).toBe(true);
});

test('a large body is refused with 413 before it has come in', async () => {
  const simulator = await quickSimulator();
  const head = 'PUT /agentgateway/resource/onlineagent/291 HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n';
  expect(await firstLineAfter(simulator, head + 'x'.repeat(200_000))).toBe('HTTP/1.1 413 Payload Too Large');
  expect(await isAlive(simulator)).toBe(true);
});

test('plain HTTP on the port gets no answer and stops nothing', async () => {
  const simulator = await quickSimulator();
  await expect(fetch(`http://127.0.0.1:${String(simulator.port)}/`)).rejects.toThrow();
  expect(await isAlive(simulator)).toBe(true);
});

test('closing ends held polls and the port is free again', async () => {
  const simulator = await startSimulator({ agents: 1, centre: 'still' });
  const client = await signedInInspector(simulator);
  const held = expect(client.poll()).rejects.toThrow();
  await expect.poll(() => simulator.requests.length).toBe(4);
  await simulator.close();
  await held;
  await expect(send(simulator, 'GET', '/', { headers: jsonHeader })).rejects.toThrow();
});

test('a taken port is an error of the start', async () => {
  const simulator = await quickSimulator();
  await expect(startSimulator({ port: simulator.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test.each([
  [{ agents: -1 }],
  [{ agents: 1.5 }],
  [{ timings: { guidInterval: 5, guidTimeout: 5 } }],
  [{ timings: { pollHold: Number.NaN } }],
  [{ inspectors: [{ agentId: '5', password: 'p', phone: '1' }] }],
  [{ inspectors: [{ agentId: '20001', password: 'p', phone: '1' }] }],
])('options that make no sense are refused: %j', async (options) => {
  await expect(startSimulator(options)).rejects.toThrow(RangeError);
});

test('a defect of the simulator’s own is told and stops nothing', async () => {
  const defects: unknown[] = [];
  const log = (): void => {
    throw new Error('The log is full');
  };
  const simulator = await quickSimulator({ log, onDefect: (error) => defects.push(error) });
  await send(simulator, 'GET', '/').catch(() => undefined);
  await expect.poll(() => defects).toEqual([new Error('The log is full')]);
});
