import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Agent } from 'undici';
import { getAgentEvent } from '../../main/gateway/agentevent.ts';
import { createCookies } from '../../main/gateway/cookies.ts';
import { createLink, type GatewayLink } from '../../main/gateway/link.ts';
import { createGuidKeeper } from '../../main/session/guid/guid.ts';
import type { Log } from '../../main/ports/log.ts';
import { createHandClock, type HandClock } from '../support/handClock.ts';
import { silentLog } from '../support/silentLog.ts';

// A server whose answers the test gives by hand: only so two answers cross on purpose.
let server: Server;
let dispatcher: Agent;
let link: GatewayLink;
let clock: HandClock;
const waiting = new Map<string, { readonly sentWith: string; readonly response: ServerResponse }>();
let guid = createGuidKeeper('first');
const concealed: string[] = [];
const log: Log = { ...silentLog, conceal: (secret) => concealed.push(secret) };

beforeEach(async () => {
  guid = createGuidKeeper('first');
  clock = createHandClock();
  server = createServer((request, response) => {
    waiting.set(request.url?.split('/').at(-1) ?? '', { sentWith: String(request.headers['guid']), response });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  dispatcher = new Agent();
  const way = { origin: `http://127.0.0.1:${String(port)}`, dispatcher, cookies: createCookies() };
  link = createLink({ destination: () => way, agentId: '291', guid, clock, log });
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
    .end('{"retcode":"0","message":""}');
  waiting.delete(name);
}

function refuse(name: string): void {
  waiting.get(name)?.response.writeHead(200, { 'content-type': 'application/json' }).end('{"retcode":"000-003","message":""}');
  waiting.delete(name);
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
  guid.renew('of-an-earlier-run', guid.current());
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

test('which of two answers that crossed brought the newer one nobody can tell: where one is not accepted, the query goes out with the other', async () => {
  const [poll, renewal] = [send('poll'), send('renewal')];
  await Promise.all([arrived('poll'), arrived('renewal')]);
  answer('renewal', 'second');
  await renewal;
  answer('poll', 'third');
  await poll;
  const query = send('query');
  expect(await arrived('query')).toContain('second');
  refuse('query');
  expect(await arrived('query')).toContain('third');
  answer('query', 'fourth');
  expect(await query).toMatchObject({ ok: true });
  expect(guid.current()).toBe('fourth');
});

test('a command that was refused for its Guid is not sent again by itself, and the next request carries the other one', async () => {
  const [poll, renewal] = [send('poll'), send('renewal')];
  await Promise.all([arrived('poll'), arrived('renewal')]);
  answer('renewal', 'second');
  answer('poll', 'third');
  await Promise.all([poll, renewal]);
  const held = guid.current();
  const command = link.send({ name: 'command', method: 'PUT', path: 'command' });
  await arrived('command');
  refuse('command');
  expect(await command).toMatchObject({ ok: false, failure: { retcode: '000-003' } });
  expect(waiting.has('command')).toBe(false);
  expect(guid.current()).not.toBe(held);
});

test('an answer that was given up is still heard for the Guid that it brings: no other request may bring it before the old one dies', async () => {
  const slow = link.send({ name: 'slow', method: 'GET', path: 'slow', deadline: 20 });
  await arrived('slow');
  await clock.advance(20);
  expect(await slow).toEqual({ ok: false, failure: { kind: 'timeout' } });
  answer('slow', 'second');
  await expect.poll(() => guid.current()).toContain('second');
});

test.each<[string, (abort: AbortController) => Promise<unknown>]>([
  ['of a poll that was given up', () => getAgentEvent(link, 20, new AbortController().signal)],
  [
    'that its caller no longer wishes for',
    (abort) => link.send({ name: '291', method: 'GET', path: 'agentevent/291', deadline: 20, signal: abort.signal }),
  ],
])('an answer %s is heard no more: its connection ends, so that the gateway knows', async (_, ask) => {
  const abort = new AbortController();
  const given = ask(abort);
  await arrived('291');
  await clock.advance(20);
  await given;
  abort.abort();
  await expect.poll(() => waiting.get('291')?.response.closed).toBe(true);
});
