import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Systems give ports to whoever asks for any from 32768 (Linux) or 49152 (Windows, macOS) on: none of these goes to another by chance. */
const first = 11_000;
const past = 32_000;

const anyOfThese = (): number => first + Math.floor(Math.random() * (past - first));

const happens = async (listening: Promise<unknown>): Promise<boolean> =>
  await listening.then(
    () => true,
    () => false,
  );

/**
 * Keeps the tests of other processes off a port while no server listens on it, until this process ends: by a UDP socket of the same
 * number, which none of our servers has and to which nothing is sent.
 */
async function reserve(port: number): Promise<boolean> {
  const socket = createSocket('udp4').unref();
  socket.bind(port, '127.0.0.1');
  const reserved = await happens(once(socket, 'listening'));
  if (!reserved) socket.close();
  return reserved;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  if (!(await happens(once(server, 'listening')))) return false;
  server.close();
  await once(server, 'close');
  return true;
}

/**
 * A free port for a server that ends and comes back on it: those that the system gives may be another program's by then, with some
 * tests running beside each other within seconds. On 127.0.0.1, and given to one test alone. `candidate` gives the ports to try.
 */
export async function keptPort(candidate: () => number = anyOfThese): Promise<number> {
  for (;;) {
    const port = candidate();
    if ((await reserve(port)) && (await isFree(port))) return port;
  }
}
