import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../simulator/index.ts';
import type { Simulator } from '../../simulator/index.ts';
import { timePasses } from '../support/patientClock.ts';
import { callBackServer, taken } from './callBackServer.ts';
import type { CallBackServer } from './callBackServer.ts';
import { PlainClient } from './plainClient.ts';
import { firstInspector, quickSimulator, signedInInspector } from './signedIn.ts';

const quickPush = { pushRetry: 20, pushAnswer: 300 };

/** The inspector, signed in with these call-back parameters. */
async function pushedTo(simulator: Simulator, parameters: object): Promise<PlainClient> {
  const client = new PlainClient(simulator, '291');
  expect((await client.signIn(firstInspector(simulator), parameters)).retcode).toBe('0');
  return client;
}

const listTo = (url: string): object => ({ callBackUri: url, serviceToken: 'my-token' });

function eventsOf({ calls }: CallBackServer): string[] {
  return calls.flatMap(({ body }) => (body as { eventList: { eventType: string }[] }).eventList.map(({ eventType }) => eventType));
}

test('the events of push mode come as a list, oldest first, with Guid and service token', async () => {
  const server = await callBackServer();
  const simulator = await quickSimulator({ apiEdition: { edition: 'old' } });
  const client = await pushedTo(simulator, listTo(server.url));
  await expect.poll(() => server.calls).toHaveLength(1);
  expect(server.calls[0]).toMatchObject({
    method: 'POST',
    url: '/events',
    headers: { 'content-type': 'application/json; charset=UTF-8', guid: client.guid, service_token: 'my-token' },
    body: {
      workNo: '291',
      eventList: [
        { eventType: 'AgentOther_InService', workNo: '291', content: null },
        { eventType: 'AgentState_Ready', workNo: '291', content: null },
      ],
    },
  });
});

test('the new edition’s pushed events bear eventGenTime as well', async () => {
  const server = await callBackServer();
  await pushedTo(await quickSimulator(), listTo(server.url));
  await expect.poll(() => server.calls).toHaveLength(1);
  expect(server.calls[0]?.body).toMatchObject({ eventList: [{ eventGenTime: expect.any(Number) as unknown }, {}] });
});

test('a whole listen is pushed, in the order in which it happened', async () => {
  const server = await callBackServer();
  const simulator = await quickSimulator();
  const client = await pushedTo(simulator, listTo(server.url));
  expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/20001')).toBe('0');
  await expect.poll(() => eventsOf(server)).toHaveLength(5);
  expect(await client.retcode('DELETE', 'qualitycontrol/{id}/20001')).toBe('0');
  await expect.poll(() => eventsOf(server)).toHaveLength(7);
  expect(eventsOf(server).slice(2)).toEqual([
    'AgentState_Busy',
    'AgentOther_PhoneAlerting',
    'AgentOther_PhoneOffhook',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ]);
});

test('events that were not taken come again, before what came later', async () => {
  const server = await callBackServer((response, count) => {
    if (count === 1) response.writeHead(500).end();
    else if (count === 2) response.end('{"message":"busy","retcode":"1"}');
    else if (count === 3) response.end('not even JSON');
    else taken(response);
  });
  const simulator = await quickSimulator({ timings: quickPush });
  await pushedTo(simulator, listTo(server.url));
  await expect.poll(() => server.calls.length).toBeGreaterThan(1);
  simulator.pushEvent('291', 'AgentOther_Note', 'later');
  await expect.poll(() => server.calls).toHaveLength(4);
  expect(server.calls[3]?.body).toMatchObject({
    eventList: [{ eventType: 'AgentOther_InService' }, { eventType: 'AgentState_Ready' }, { eventType: 'AgentOther_Note' }],
  });
});

test('a call-back over TLS is served, whatever its certificate', async () => {
  const simulator = await quickSimulator();
  const server = await callBackServer(taken, simulator.certificate);
  await pushedTo(simulator, listTo(server.url));
  await expect.poll(() => eventsOf(server)).toHaveLength(2);
});

test('a pushUrl of 2018 gets one event each, in the form of a poll’s answer', async () => {
  const server = await callBackServer((response) => response.end('{"retcode":0}'));
  const simulator = await quickSimulator({ apiEdition: { edition: 'old' } });
  const client = await pushedTo(simulator, { pushUrl: `${server.url}?token=t` });
  await expect.poll(() => server.calls).toHaveLength(2);
  expect(server.calls[0]?.url).toBe('/events?token=t');
  expect(server.calls.map(({ body }) => body)).toEqual([
    { message: '', retcode: '0', event: { eventType: 'AgentOther_InService', workNo: '291', content: null } },
    { message: '', retcode: '0', event: { eventType: 'AgentState_Ready', workNo: '291', content: null } },
  ]);
  expect(await client.retcode('GET', 'agentevent/{id}')).toBe('000-001');
});

test('the end of the session is pushed last, and once', async () => {
  const server = await callBackServer();
  const client = await pushedTo(await quickSimulator(), listTo(server.url));
  await expect.poll(() => eventsOf(server)).toHaveLength(2);
  await client.call('DELETE', 'onlineagent/{id}/logout');
  await expect.poll(() => eventsOf(server)).toHaveLength(3);
  expect(eventsOf(server).at(-1)).toBe('AgentOther_ShutdownService');
});

test('pushed events keep no session alive: without a handshake it ends', async () => {
  const server = await callBackServer();
  const simulator = await quickSimulator({ timings: { maxTime: 300 } });
  const client = await pushedTo(simulator, listTo(server.url));
  simulator.pushEvent('291', 'AgentOther_Note', 'hello');
  await expect.poll(() => simulator.sessionOf('291').signedIn).toBe(false);
  expect(await client.retcode('POST', 'onlineagent/{id}/handshake')).toBe('100-006');
});

test('syncagentinfo throws away what was not pushed yet', async () => {
  const server = await callBackServer((response, count) => {
    if (count === 1) response.writeHead(503).end();
    else taken(response);
  });
  const simulator = await quickSimulator({ timings: { pushRetry: 500 } });
  const client = await pushedTo(simulator, listTo(server.url));
  await expect.poll(() => server.calls).toHaveLength(1);
  expect(await client.retcode('POST', 'onlineagent/{id}/syncagentinfo')).toBe('0');
  simulator.pushEvent('291', 'AgentOther_Note', 'after');
  await expect.poll(() => server.calls).toHaveLength(2);
  expect(server.calls[1]?.body).toMatchObject({ eventList: [{ eventType: 'AgentOther_Note' }] });
});

test.each([
  ['callBackUri alone', { callBackUri: 'http://127.0.0.1:1/' }],
  ['serviceToken alone', { serviceToken: 't' }],
  ['both empty', { callBackUri: '', serviceToken: '' }],
])('%s does not make push mode', async (_, parameters) => {
  const client = await signedInInspector(await quickSimulator(), parameters);
  expect(await client.retcode('POST', 'onlineagent/{id}/handshake')).toBe('000-001');
});

test.each(['no address', 'ftp://127.0.0.1/', '//127.0.0.1/', 'http://', 'http://127.0.0.1:99999/'])(
  'a sign-in with the call-back address "%s" is refused with 100-011',
  async (callBackUri) => {
    const simulator = await quickSimulator();
    const answer = await new PlainClient(simulator, '291').signIn(firstInspector(simulator), { callBackUri, serviceToken: 't' });
    expect(answer.retcode).toBe('100-011');
  },
);

test.each(['http://192.0.2.1/', 'https://example.com/', 'http://127.0.0.1.example.com/', 'http://[::2]/', 'http://0.0.0.0/'])(
  'no other machine is called back: %s is refused, and the answer says why',
  async (callBackUri) => {
    const simulator = await quickSimulator();
    const answer = await new PlainClient(simulator, '291').signIn(firstInspector(simulator), { callBackUri, serviceToken: 't' });
    expect(answer).toEqual({ message: 'A simulator calls back addresses of this machine only.', retcode: '100-011' });
  },
);

test.each([
  ['of 51 characters', 'x'.repeat(51)],
  ['with special characters', 'a b<c>'],
  ['with a line break', 'a\r\nX-Injected: 1'],
])('a service token %s is refused with 100-001', async (_, serviceToken) => {
  const simulator = await quickSimulator();
  const parameters = { callBackUri: 'http://127.0.0.1:1/', serviceToken };
  expect((await new PlainClient(simulator, '291').signIn(firstInspector(simulator), parameters)).retcode).toBe('100-001');
});

/** Something on a port that answers each connection with these bytes, or with nothing at all. */
async function rawServer(bytes: string | undefined): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (bytes !== undefined) socket.write(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}/`;
}

test.each([
  ['nobody', () => Promise.resolve('http://127.0.0.1:1/')],
  ['one who never answers', () => rawServer(undefined)],
  ['one who speaks no HTTP', () => rawServer('SSH-2.0-OpenSSH_9.6\r\n')],
  ['one whose answer never ends', () => rawServer(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(200_000)}`)],
  ['one who hides behind TLS', () => rawServer('\u0016\u0003\u0001')],
])('a call-back address with %s stops nothing', async (_, address) => {
  const defects: unknown[] = [];
  const simulator = await startSimulator({ agents: 2, centre: 'still', timings: quickPush, onDefect: (error) => defects.push(error) });
  const client = await pushedTo(simulator, listTo(await address()));
  for (let round = 0; round < 5; round += 1) {
    simulator.pushEvent('291', 'AgentOther_Note', String(round));
    expect(await client.retcode('POST', 'onlineagent/{id}/handshake')).toBe('0');
    await timePasses(100);
  }
  await simulator.close();
  expect(defects).toEqual([]);
});

test('a redirect of a call-back is not followed', async () => {
  const elsewhere = await callBackServer();
  const server = await callBackServer((response) => response.writeHead(307, { Location: elsewhere.url }).end());
  await pushedTo(await quickSimulator({ timings: quickPush }), listTo(server.url));
  await expect.poll(() => server.calls.length).toBeGreaterThan(2);
  expect(elsewhere.calls).toEqual([]);
});
