import { once } from 'node:events';
import { createServer } from 'node:net';

/** Systems give ports to whoever asks for any from 32768 (Linux) or 49152 (Windows, macOS) on: none of these goes to another by chance. */
const first = 11_000;
const past = 32_000;

/**
 * A free port for a server that ends and comes back on it: those that the system gives may be another program's by then, with some
 * tests running beside each other within seconds. On 127.0.0.1.
 */
export async function keptPort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * (past - first));
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
