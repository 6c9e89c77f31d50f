import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startControl } from '../../simulator/control/control.ts';
import type { Control, ControlOptions } from '../../simulator/control/control.ts';
import type { Scenarios } from '../../simulator/control/scenarios.ts';
import { startFaultProxy } from '../../simulator/index.ts';
import type { FaultProxy, Simulator } from '../../simulator/index.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

interface Stage {
  readonly simulator: Simulator;
  readonly control: Control;
  readonly client: PlainClient;
}

/** A signed-in inspector, whose phone never answers by itself, and the control port beside the gateway. */
async function stage(options: Partial<ControlOptions> = {}): Promise<Stage> {
  const simulator = await quickSimulator({ phone: { kind: 'neverAnswers' } });
  const client = await signedInInspector(simulator);
  const control = await startControl({ gateway: { simulator }, ...options });
  onTestFinished(() => control.close());
  return { simulator, control, client };
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function ask(control: Control, path: string, body?: unknown): Promise<Answered> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(control.url + path, body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) });
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? await response.json() : await response.text() };
}

/** A request with a Host or an Origin of someone else's, which fetch would not send. */
function askAs(control: Control, method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: control.port, method, path, headers, agent: false }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'POST' ? '{}' : undefined);
  });
}

const listen = 'qualitycontrol/{id}/addsupervise/20001';

test('a person plays the agent: set the phone, let it ring, pick up, end the call', async () => {
  const { simulator, control, client } = await stage();
  expect(await ask(control, '/agent', { workNo: '20001', state: 'talking' })).toMatchObject({ status: 200, body: {} });
  await ask(control, '/phone', { agentId: '291', behaviour: { kind: 'declines', afterMs: 3_600_000 } });
  await client.call('PUT', listen);
  expect(await client.events(2)).toEqual(['AgentState_Busy', 'AgentOther_PhoneAlerting']);
  expect((await ask(control, '/pick-up', { agentId: '291' })).status).toBe(200);
  const { body } = await ask(control, '/state');
  expect(body).toMatchObject({
    agents: 12,
    people: [
      {
        agentId: '291',
        signedIn: true,
        state: 'talking',
        listen: { workNo: '20001', step: 'listening' },
        phone: { kind: 'declines', afterMs: 3_600_000 },
      },
      { agentId: '292', signedIn: false, listen: null, phone: { kind: 'neverAnswers' } },
    ],
    faults: null,
    scenarios: null,
  });
  await ask(control, '/end-call', { workNo: '20001' });
  expect(simulator.agent('20001').state).toBe('wrapUp');
  expect(await client.events(3)).toEqual([
    'AgentOther_PhoneOffhook {"type":"main"}',
    'AgentOther_PhoneRelease {"phoneState":3}',
    'AgentState_Ready',
  ]);
});

test('agents come page by page, by state and by what is searched; beyond the end the last page', async () => {
  const { control } = await stage();
  const { body } = await ask(control, '/agents?size=5&page=9');
  expect(body).toMatchObject({ total: 12, page: 3, pages: 3, agents: [{ workNo: '20009' }, { workNo: '20010' }] });
  expect((await ask(control, '/agents?search=20003')).body).toMatchObject({ total: 1, agents: [{ workNo: '20003' }] });
  expect((await ask(control, '/agents?state=signedOut&search=inspector')).body).toMatchObject({ agents: [{ workNo: '292' }] });
  expect((await ask(control, '/agents?search=nobody')).body).toMatchObject({ total: 0, page: 1, pages: 1, agents: [] });
});

test('the last requests, newest first, with polls without an event or without', async () => {
  const { control, client } = await stage();
  await client.call('POST', 'onlineagent/{id}/sayfree');
  await client.events(1);
  await client.poll();
  const names = z.array(z.object({ interface: z.string() })).transform((records) => records.map((record) => record.interface));
  expect(names.parse((await ask(control, '/requests?last=2')).body)).toEqual(['getAgentEvent', 'getAgentEvent']);
  expect(names.parse((await ask(control, '/requests?last=2&emptyPolls=hidden')).body)).toEqual(['getAgentEvent', 'sayFree']);
});

test('events, Guid, session, misbehaviour', async () => {
  const { control, client, simulator } = await stage();
  await ask(control, '/event', { agentId: '291', eventType: 'AgentEvent_Auto', content: { a: [1] } });
  expect(await client.events(1)).toEqual(['AgentEvent_Auto {"a":[1]}']);
  await ask(control, '/next-answer', { match: { path: 'sayfree$', times: 2 }, what: { kind: 'retcode', retcode: '100-007' } });
  expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('100-007');
  await ask(control, '/behave', {});
  expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('0');
  await ask(control, '/rotate-guid', { agentId: '291', old: 'expires' });
  expect(await client.retcode('GET', 'agentevent/{id}')).toBe('000-003');
  await ask(control, '/end-session', { agentId: '291', reason: 'kicked' });
  expect(simulator.sessionOf('291').signedIn).toBe(false);
  await ask(control, '/add-agent', { workNo: '30001', name: 'Added', state: 'rest' });
  expect(simulator.agent('30001')).toMatchObject({ name: 'Added', state: 'rest' });
});

test.each([
  ['/phone', { agentId: '291', behaviour: { kind: 'picksUp', afterMs: -1 } }, 400, 'behaviour.afterMs'],
  ['/phone', { agentId: '291', behaviour: { kind: 'explodes' } }, 400, 'behaviour.kind'],
  ['/phone', { agentId: '59999', behaviour: { kind: 'busy' } }, 409, 'agentId'],
  ['/pick-up', {}, 400, 'agentId'],
  ['/pick-up', { agentId: '291' }, 409, 'agentId'],
  ['/pick-up', { agentId: '291', stray: 1 }, 400, 'stray'],
  ['/end-call', { workNo: '292' }, 409, 'workNo'],
  ['/add-agent', { workNo: '20001' }, 409, 'workNo'],
  ['/next-answer', { match: { path: '(' }, what: { kind: 'html' } }, 400, 'match.path'],
  ['/next-answer', { what: { kind: 'answer', status: 200, body: '', headers: { 'X-A': 'a\r\nb' } } }, 400, 'what.headers.X-A'],
  ['/faults', { latencyMs: 1 }, 409, ''],
  ['/run-scenario', { name: 'x' }, 409, ''],
  ['/pick-up', [], 400, ''],
  ['/pick-up', null, 400, ''],
])('%s with %j is refused with %i and names its field', async (path, body, status, field) => {
  const { control } = await stage();
  const answer = await ask(control, path, body);
  expect(answer).toMatchObject({ status, body: { field, reason: expect.stringMatching(/./) as string } });
});

test('what is no JSON, no call, the wrong method', async () => {
  const { control } = await stage();
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const broken = await fetch(`${control.url}/pick-up`, { method: 'POST', headers, body: '{"agentId":' });
  expect([broken.status, await broken.json()]).toEqual([400, { field: '', reason: 'The body is no JSON' }]);
  expect((await ask(control, '/nothing')).status).toBe(404);
  expect((await ask(control, '/../../package.json')).status).toBe(404);
  expect((await ask(control, '/pick-up')).body).toEqual({ field: '', reason: 'This call is a POST' });
});

test('another page, another name, a form: none of them commands the simulator', async () => {
  const { control, simulator } = await stage();
  const json = { 'Content-Type': 'application/json' };
  const own = `127.0.0.1:${String(control.port)}`;
  expect(await askAs(control, 'GET', '/state', { Host: `evil.example:${String(control.port)}` })).toBe(421);
  expect(await askAs(control, 'POST', '/behave', { Host: own, Origin: 'http://evil.example', ...json })).toBe(403);
  expect(await askAs(control, 'POST', '/behave', { Host: own, Origin: 'null', ...json })).toBe(403);
  expect(await askAs(control, 'POST', '/behave', { Host: own, 'Content-Type': 'text/plain' })).toBe(415);
  expect(await askAs(control, 'POST', '/behave', { Host: own, Origin: `http://${own}`, ...json })).toBe(200);
  expect(simulator.sessionOf('291').signedIn).toBe(true);
});

async function proxied(simulator: Simulator): Promise<FaultProxy> {
  const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port } });
  onTestFinished(() => proxy.close());
  return proxy;
}

test('faults are set, shown, cleared', async () => {
  const simulator = await quickSimulator();
  const faults = await proxied(simulator);
  const { control } = await stage({ gateway: { simulator }, faults });
  await ask(control, '/faults', { link: 'lost', toClient: { latencyMs: 5 } });
  expect(faults.faults).toMatchObject({ link: 'lost', toServer: { latencyMs: 0 }, toClient: { latencyMs: 5 } });
  expect((await ask(control, '/state')).body).toMatchObject({
    faults: { url: `https://127.0.0.1:${String(faults.port)}`, connections: 0, faults: { link: 'lost' } },
  });
  expect((await ask(control, '/faults', { toClient: { latencyMs: 'x' } })).body).toMatchObject({ field: 'toClient.latencyMs' });
  await ask(control, '/clear-faults', {});
  expect(faults.faults).toMatchObject({ link: 'up', toClient: { latencyMs: 0 } });
  expect((await ask(control, '/reset-connections', {})).status).toBe(200);
});

test('scenarios of the list are run and stopped, no others; what a scenario throws is said', async () => {
  let running: string | null = null;
  const scenarios: Scenarios = {
    list: () => [
      { name: 'good', says: 'Works.' },
      { name: 'bad', says: 'Does not.' },
    ],
    running: () => running,
    run: (name) => {
      if (name === 'bad') throw new Error('Line 3: at must be a time');
      running = name;
    },
    stop: () => {
      running = null;
    },
  };
  const { control } = await stage({ scenarios });
  expect((await ask(control, '/run-scenario', { name: '/etc/passwd' })).body).toEqual({
    field: 'name',
    reason: 'is no scenario of the list',
  });
  expect((await ask(control, '/run-scenario', { name: 'bad' })).body).toEqual({ field: '', reason: 'Line 3: at must be a time' });
  await ask(control, '/run-scenario', { name: 'good' });
  expect((await ask(control, '/state')).body).toMatchObject({ scenarios: { running: 'good' } });
  await ask(control, '/stop-scenario', {});
  expect((await ask(control, '/state')).body).toMatchObject({ scenarios: { running: null } });
});

const documented = z.array(
  z.object({ method: z.enum(['GET', 'POST']), path: z.string(), says: z.string().min(10), example: z.record(z.string(), z.unknown()) }),
);

test('every call is documented with an example that is understood', async () => {
  const simulator = await quickSimulator();
  const { control } = await stage({ gateway: { simulator }, faults: await proxied(simulator) });
  const calls = documented.parse((await ask(control, '/api')).body);
  expect(calls.length).toBeGreaterThan(15);
  for (const { method, path, example } of calls) {
    const query = new URLSearchParams(Object.entries(example).map(([name, value]): [string, string] => [name, String(value)]));
    const answer = method === 'GET' ? await ask(control, `${path}?${query.toString()}`) : await ask(control, path, example);
    expect([path, answer.status], JSON.stringify(answer.body)).not.toEqual([path, 400]);
    expect(answer.status).toBeLessThan(500);
  }
});

test('the page is served with a policy that lets nothing else in, and has no inline script or style', async () => {
  const { control } = await stage();
  const { headers, body } = await ask(control, '/');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(body).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
  for (const [path, type] of [
    ['/control.js', 'text/javascript'],
    ['/people.js', 'text/javascript'],
    ['/styles/tokens.css', 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
  ] as const) {
    const file = await ask(control, path);
    expect([file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a taken port is an error of the start; closing frees it', async () => {
  const { control, simulator } = await stage();
  await expect(startControl({ gateway: { simulator }, port: control.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await control.close();
  await control.close();
  await expect(fetch(control.url)).rejects.toThrow();
});

test('after a restart of the gateway the control port speaks of the one that runs', async () => {
  const [first, second] = [await quickSimulator(), await quickSimulator({ agents: 3 })];
  const gateway = { simulator: first };
  const { control } = await stage({ gateway });
  expect((await ask(control, '/state')).body).toMatchObject({ agents: 12, url: first.url });
  gateway.simulator = second;
  expect((await ask(control, '/state')).body).toMatchObject({ agents: 5, url: second.url });
  await ask(control, '/agent', { workNo: '20001', name: 'Changed' });
  expect(second.agent('20001').name).toBe('Changed');
});
