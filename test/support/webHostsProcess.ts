// Web hosts in a process of their own, one after the other or several at once, as tests ask for them: where a start of Node.js takes
// seconds (Windows' under Wine), one is enough for all tests of a worker. POST / starts one, DELETE /PORT ends it.
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { startWebHostHere, type WebHostHere } from './webHostHere.ts';

const optionsSchema = z.strictObject({ policy: z.record(z.string(), z.unknown()), dataFolder: z.string(), port: z.int() });

const running = new Map<string, WebHostHere>();

const server = createServer((request, response) => {
  carryOut(request).then(
    (answer) => response.end(JSON.stringify(answer)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  console.log(`Web hosts at http://127.0.0.1:${String(address.port)}`);
});

async function carryOut(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'POST') {
    const options = optionsSchema.parse(JSON.parse(await text(request)));
    // Another program may have taken the port meanwhile.
    const host = await startWebHostHere(options).catch(() => startWebHostHere({ ...options, port: 0 }));
    running.set(String(host.port), host);
    return { link: host.link };
  }
  const port = (request.url ?? '').slice(1);
  const host = running.get(port);
  if (host === undefined) throw new Error(`No web host has the port ${port}.`);
  running.delete(port);
  await host.stop();
  return {};
}
