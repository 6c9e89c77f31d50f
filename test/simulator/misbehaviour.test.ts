import { expect, test } from 'vitest';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const free = 'onlineagent/{id}/sayfree';
const listen = 'qualitycontrol/{id}/addsupervise/20001';

test('only the matching request misbehaves, and only once', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({ method: 'PUT', path: /addsupervise/ }, { kind: 'retcode', retcode: '900-001' });
  expect(await client.retcode('POST', free)).toBe('0');
  expect(await client.retcode('PUT', listen)).toBe('900-001');
  expect(simulator.sessionOf('291').listen).toBeNull();
  expect(await client.retcode('PUT', listen)).toBe('0');
});

test('times makes it last, behave takes it back', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({ interface: 'sayFree', times: 3 }, { kind: 'retcode', retcode: '100-007' });
  expect(await client.retcode('POST', free)).toBe('100-007');
  expect(await client.retcode('POST', free)).toBe('100-007');
  simulator.behave();
  expect(await client.retcode('POST', free)).toBe('0');
});

test('a retcode can be a number on the wire', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({}, { kind: 'retcode', retcode: 0 });
  expect((await client.send('POST', free)).text).toBe('{"message":"","retcode":0}');
});

test('a web page and a redirect come as such', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({}, { kind: 'html', status: 503 });
  expect(await client.send('POST', free)).toMatchObject({ status: 503, headers: { 'content-type': 'text/html;charset=UTF-8' } });
  simulator.nextAnswer({}, { kind: 'redirect', location: 'https://portal.example/' });
  expect(await client.send('POST', free)).toMatchObject({ status: 302, headers: { location: 'https://portal.example/' } });
});

test('truncated JSON is well-formed HTTP and the command has been obeyed', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({}, { kind: 'truncatedJson' });
  const { status, text } = await client.send('PUT', listen);
  expect(status).toBe(200);
  expect(() => {
    JSON.parse(text);
  }).toThrow();
  expect(simulator.sessionOf('291').listen?.workNo).toBe('20001');
});

test.each([
  ['cutAnswer', { kind: 'cutAnswer' }, true],
  ['a socket closed before', { kind: 'closeSocket', when: 'beforeHandling' }, false],
  ['a socket closed after', { kind: 'closeSocket', when: 'afterHandling' }, true],
  ['raw bytes', { kind: 'rawBytes', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' }, false],
] as const)('%s: the client gets an error, the command is obeyed: %s', async (_, what, obeyed) => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({ agentId: '291' }, what);
  await expect(client.send('PUT', listen)).rejects.toThrow();
  expect(simulator.sessionOf('291').listen !== null).toBe(obeyed);
});

test('a delay after handling lets the ring overtake the command’s answer', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'delay', ms: 300, when: 'afterHandling' });
  const accepted = client.call('PUT', listen);
  expect(await client.events(2)).toEqual(['AgentState_Busy', 'AgentOther_PhoneAlerting']);
  expect(simulator.requests.find(({ interface: name }) => name === 'addSupervise')?.answer).toBeUndefined();
  expect((await accepted).retcode).toBe('0');
});

test('fields can be left out wherever they stand', async () => {
  const simulator = await quickSimulator({ agents: 1 });
  const client = await signedInInspector(simulator);
  simulator.nextAnswer({}, { kind: 'dropFields', fields: ['message', 'name'] });
  const { text } = await client.send('GET', 'agentgroup/{id}/onlineagentonvdn');
  expect(text).not.toContain('"name"');
  expect(text).not.toContain('"message"');
  expect(text).toContain('"workno":"291"');
});
