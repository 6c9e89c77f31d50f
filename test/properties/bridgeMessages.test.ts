import { once } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { commandChannel, streamChannels } from '../../contract/channels.ts';
import { commandAnswerSchema, commandNames } from '../../contract/commands.ts';
import { appStateSchema } from '../../contract/state.ts';
import { serveBridge } from '../../main/electron/bridgeServer.ts';
import { pageOrigin } from '../../main/electron/identity.ts';
import { startWebServer, type WebServer } from '../../main/web/server.ts';
import { createBench, type Bench } from '../support/inspectorOnSimulator.ts';
import { silentLog } from '../support/silentLog.ts';
import { createFileOffers } from '../../main/web/fileOffers.ts';
import { createSystemClock } from '../../main/platform/systemClock.ts';
import { redeemLink } from '../support/webHost.ts';
import { anyCharacter } from '../support/anyCharacter.ts';

const names = commandNames;

let bench: Bench;
beforeAll(() => {
  bench = createBench();
});
afterAll(() => bench.inspector.close());

/** Nothing that is typed here leads to a gateway: what is tried is the bridge. */
const payload = fc.oneof(
  fc.anything({ withBigInt: false }),
  fc.record({ workNo: fc.anything(), fingerprint: fc.string(), id: fc.string(), visible: fc.boolean() }, { requiredKeys: [] }),
);

describe('whatever comes over the WebSocket', () => {
  let server: WebServer;
  let headers: { cookie: string; origin: string };
  beforeAll(async () => {
    let count = 0;
    server = await startWebServer({
      inspector: bench.inspector,
      pages: (_request, response) => response.end(),
      log: silentLog,
      port: 0,
      token: () => `token-${String((count += 1))}`,
      files: createFileOffers({ clock: createSystemClock(), token: () => 'never' }),
    });
    const { origin } = new URL(server.link);
    headers = { cookie: await redeemLink(server.link), origin };
  });
  afterAll(() => server.close());

  const frame = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.json(),
    fc
      .record({ id: fc.anything(), command: fc.oneof(fc.constantFrom(...names), fc.string()), input: payload })
      .map((value) => JSON.stringify(value)),
    fc.tuple(fc.nat(), fc.constantFrom(...names), payload).map(([id, command, input]) => JSON.stringify({ id, command, input })),
    fc.constantFrom(
      '[]',
      '{}',
      'null',
      '{"__proto__":{"id":1,"command":"signOut"}}',
      `"${'x'.repeat(60_000)}"`,
      'x'.repeat(70_000),
      '['.repeat(20_000),
    ),
  );

  const messageSchema = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answer'), id: z.int(), answer: commandAnswerSchema }),
    z.strictObject({ kind: z.literal('state'), state: appStateSchema }),
    z.strictObject({ kind: z.literal('roster'), message: z.unknown() }),
  ]);

  test('is answered by the contract, or the connection is closed; the host goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 4 }), async (frames) => {
        const socket = new WebSocket(`${headers.origin.replace('http', 'ws')}/bridge`, { headers });
        const received: unknown[] = [];
        socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
        socket.on('error', () => undefined);
        const closed = once(socket, 'close');
        await once(socket, 'open');
        for (const each of frames) socket.send(each);
        // A last command that is answered in its turn says that everything before it was dealt with.
        socket.send(JSON.stringify({ id: 4_711, command: 'dismissListen', input: {} }));
        const answered = expect.poll(() => received.some((message) => JSON.stringify(message).includes('"id":4711,'))).toBe(true);
        await Promise.race([closed, answered]);
        socket.terminate();
        for (const message of received) messageSchema.parse(message);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});

describe('whatever comes over Electron’s channels', () => {
  type Handler = (event: IpcMainInvokeEvent, payload: unknown) => unknown;

  function electron(): { handlers: Map<string, Handler>; own: WebContents; sent: [string, unknown][] } {
    const handlers = new Map<string, Handler>();
    const sent: [string, unknown][] = [];
    const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) } as unknown as IpcMain;
    const own = {
      mainFrame: { origin: pageOrigin },
      isDestroyed: () => false,
      send: (channel: string, message: unknown) => sent.push([channel, message]),
      on: () => undefined,
    } as unknown as WebContents;
    serveBridge({ ipcMain, contents: own, onView: () => undefined, inspector: bench.inspector, log: silentLog });
    return { handlers, own, sent };
  }

  test('is answered by the contract, from whoever it comes', async () => {
    const { handlers, own, sent } = electron();
    const fromPage = { sender: own, senderFrame: own.mainFrame } as unknown as IpcMainInvokeEvent;
    const strangers = [
      { sender: own, senderFrame: null },
      { sender: own, senderFrame: { origin: pageOrigin } },
      { sender: {}, senderFrame: own.mainFrame },
      { sender: own, senderFrame: { origin: 'https://evil.example' } },
    ] as unknown as IpcMainInvokeEvent[];
    await handlers.get(streamChannels.attach)?.(fromPage, undefined);
    const channels = [streamChannels.attach, ...names.map((name) => commandChannel(name))];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), payload, fc.constantFrom(fromPage, ...strangers), async (channel, input, event) => {
        const answer = commandAnswerSchema.parse(await handlers.get(channel)?.(event, input));
        if (event !== fromPage) expect(answer).toMatchObject({ ok: false, problem: { code: 'sender-refused' } });
      }),
      { numRuns: 500 },
    );
    expect(sent.length).toBeGreaterThan(0);
    for (const [channel, message] of sent) if (channel === streamChannels.state) appStateSchema.parse(message);
  });
});
