import { expect, test } from 'vitest';
import { send } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

test.each([
  ['POST', 'qualitycontrol/{id}/addsupervise/20001'],
  ['GET', 'qualitycontrol/{id}/addsupervise/20001'],
  ['PUT', 'agentevent/{id}'],
  ['GET', 'onlineagent/{id}/sayfree'],
  ['GET', 'nonsense'],
  ['GET', ''],
  ['DELETE', 'qualitycontrol/{id}/delsupervise/20001'],
  ['GET', 'agentgroup/%zz/iscensor'],
])('%s %s is refused with 000-002', async (method, path) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode(method, path)).toBe('000-002');
});

test.each(['100', '1000000', '0291', 'abc', '-5', '2e4', '%20291'])('work number %s is out of range: 000-002', async (workNo) => {
  const client = await signedInInspector(await quickSimulator());
  expect(await client.retcode('PUT', `qualitycontrol/{id}/addsupervise/${workNo}`)).toBe('000-002');
});

test('the old edition ends its numbers at 59999', async () => {
  const client = await signedInInspector(await quickSimulator({ apiEdition: { edition: 'old' } }));
  expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/60000')).toBe('000-002');
  expect(await client.retcode('PUT', 'qualitycontrol/{id}/addsupervise/59999')).toBe('900-003');
});

test('without Content-Type a request with a body is refused with 000-006, and one without is answered', async () => {
  const simulator = await quickSimulator();
  const { guid } = await signedInInspector(simulator);
  const headers = { Guid: guid ?? '' };
  const withBody = await send(simulator, 'PUT', '/agentgateway/resource/voicecall/291/callinner', { headers, body: '{"called":"20001"}' });
  expect(withBody.text).toContain('"000-006"');
  const without = await send(simulator, 'GET', '/agentgateway/resource/onlineagent/291/agentstatus', { headers });
  expect(without.text).toContain('"retcode":"0"');
});

test('a path outside the gateway gets a page, not an envelope', async () => {
  const simulator = await quickSimulator();
  const answer = await send(simulator, 'GET', '/');
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toContain('text/html');
});

test('every request is recorded with its log method name, its headers and its retcode', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  await client.call('PUT', 'qualitycontrol/{id}/addsupervise/291');
  expect(simulator.requests.at(-1)).toMatchObject({
    method: 'PUT',
    path: '/agentgateway/resource/qualitycontrol/291/addsupervise/291',
    interface: 'addSupervise',
    agentId: '291',
    guidHeader: 'present',
    contentType: 'application/json; charset=UTF-8',
    bodyLength: 0,
    answer: { httpStatus: 200, retcode: '000-005' },
  });
});
