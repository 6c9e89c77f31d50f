import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Agent } from 'undici';
import { createCookies } from '../../main/gateway/cookies.ts';
import { createLink, type GatewayLink } from '../../main/gateway/link.ts';
import { createGuidKeeper } from '../../main/session/guid.ts';
import type { Log } from '../../main/host.ts';
import { createSystemClock } from '../../main/systemClock.ts';
import { silentLog } from '../support/silentLog.ts';

// A server whose answers the test gives by hand: only so two answers cross on purpose.
let server: Server;
let dispatcher: Agent;
let link: GatewayLink;
const waiting = new Map<string, { readonly sentWith: string; readonly response: ServerResponse }>();
const guid = createGuidKeeper('first');
const concealed: string[] = [];
const log: Log = { ...silentLog, conceal: (secret) => concealed.push(secret) };

beforeEach(async () => {
  guid.renew('first');
  server = createServer((request, response) => {
    waiting.set(request.url?.split('/').at(-1) ?? '', { sentWith: String(request.headers['guid']), response });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  dispatcher = new Agent();
  const way = { origin: `http://127.0.0.1:${String(port)}`, dispatcher, cookies: createCookies() };
  link = createLink({ way: () => way, agentId: '291', guid, clock: createSystemClock(), log });
});

afterEach(async () => {
  waiting.clear();
  await dispatcher.destroy();
  server.close();
});

const send = (name: string) => link.send({ name, method: 'GET', path: name });

async function arrived(name: string): Promise<string> {
  await expect.poll(() => waiting.has(name)).toBe(true);
  return waiting.get(name)?.sentWith ?? '';
}

function answer(name: string, renewed: string): void {
  waiting
    .get(name)
    ?.response.writeHead(200, { 'content-type': 'application/json', 'set-guid': `JSESSIONID=${renewed}` })
    .end('{"retcode":"0","message":"success"}');
}

test('every answer may renew the Guid, and the next request carries it', async () => {
  const one = send('one');
  expect(await arrived('one')).toContain('first');
  answer('one', 'second');
  await one;
  const two = send('two');
  expect(await arrived('two')).toContain('second');
  answer('two', 'third');
  await two;
  expect(guid.current()).toBe('third');
});

test('the log is told to conceal a Guid before it is sent: one of an earlier run came with no answer', async () => {
  guid.renew('of-an-earlier-run');
  const one = send('one');
  expect(concealed).toContain('of-an-earlier-run');
  await arrived('one');
  answer('one', 'renewed');
  await one;
});

test('a late answer to an older Guid does not put back one that was renewed meanwhile', async () => {
  const [slow, quick] = [send('slow'), send('quick')];
  await Promise.all([arrived('slow'), arrived('quick')]);
  answer('quick', 'newest');
  await quick;
  answer('slow', 'older');
  await slow;
  expect(guid.current()).toBe('newest');
});
