import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { startFaultProxy } from '../../simulator/faults/faultProxy.ts';
import type { FaultProxy, FaultProxyOptions } from '../../simulator/faults/faultProxy.ts';
import { keptPort } from '../support/keptPort.ts';

/** A server that the tests play: the sockets it has accepted, newest last, nothing answered by itself. */
export async function stage(options: Partial<FaultProxyOptions> = {}): Promise<{ proxy: FaultProxy; accepted: Socket[] }> {
  const accepted: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    accepted.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: address.port }, port: await keptPort(), ...options });
  onTestFinished(async () => {
    await proxy.close();
    for (const socket of accepted) socket.destroy();
    server.close();
  });
  return { proxy, accepted };
}

export interface Client {
  readonly socket: Socket;
  readonly received: () => string;
  /** Undefined while it is open. */
  readonly end: () => 'finished' | 'reset' | undefined;
}

export function listenTo(socket: Socket): Omit<Client, 'socket'> {
  let received = '';
  let end: 'finished' | 'reset' | undefined;
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1');
  });
  socket.on('end', () => {
    end ??= 'finished';
  });
  socket.on('error', () => {
    end ??= 'reset';
  });
  return { received: () => received, end: () => end };
}

export async function clientOf(proxy: FaultProxy): Promise<Client> {
  const socket = connect({ port: proxy.port, host: proxy.host, allowHalfOpen: true });
  const heard = listenTo(socket);
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  return { socket, ...heard };
}

export async function nth(accepted: readonly Socket[], index: number): Promise<Socket> {
  await expect.poll(() => accepted.length).toBeGreaterThan(index);
  const socket = accepted[index];
  if (socket === undefined) throw new Error('Not accepted');
  return socket;
}
