import { describe, expect, test } from 'vitest';
import { agentPassword } from '../../simulator/index.ts';
import type { ApiEdition, Simulator } from '../../simulator/index.ts';
import { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

/** One interface of qualitycontrol, and the retcodes of its page (protocol.md 3). */
interface Row {
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: (workNo: string) => string;
  readonly body?: (workNo: string) => string;
  /** Undefined: it has no target. */
  readonly target?: { readonly unknown: string; readonly outOfRange: string };
  /** Only what begins an inspection asks the inspector to be idle. */
  readonly notIdle?: string;
}

const target = { unknown: '900-003', outOfRange: '000-002' };
/** The pages of the whisper family list 900-004, no agent information. */
const whispered = { unknown: '900-004', outOfRange: '000-002' };

const rows: readonly Row[] = [
  { name: 'listen', method: 'PUT', path: (w) => `addsupervise/${w}`, target, notIdle: '900-005' },
  { name: 'insert', method: 'PUT', path: (w) => `addinsert/${w}`, target, notIdle: '900-005' },
  { name: 'listen to text', method: 'PUT', path: (w) => `addsupervise/${w}?mediaType=1`, target, notIdle: '900-005' },
  { name: 'insert into text', method: 'PUT', path: (w) => `addinsert/${w}?mediaType=1`, target, notIdle: '900-005' },
  { name: 'stop', method: 'DELETE', path: (w) => w, target },
  { name: 'stop of text', method: 'DELETE', path: (w) => `${w}?mediaType=1`, target },
  { name: 'switch', method: 'POST', path: (w) => `switch/${w}`, target },
  { name: 'intercept', method: 'PUT', path: (w) => `intercept/${w}`, target },
  { name: 'intercept of one call', method: 'PUT', path: (w) => `intercept/${w}/1-1`, target },
  { name: 'intercept of text', method: 'PUT', path: (w) => `intercept/${w}?mediaType=1&callId=1-91`, target },
  // Its page has no 900-005: a state that does not fit is 900-003.
  { name: 'whisper', method: 'POST', path: (w) => `requestwhisperagent?whisperagentid=${w}`, target: whispered, notIdle: '900-003' },
  { name: 'stop whisper', method: 'POST', path: (w) => `requeststopwhisperagent?whisperagentid=${w}`, target },
  {
    name: 'switch among three',
    method: 'POST',
    path: (w) => `requestswitchinsertwhisperagent?whisperagentid=${w}&switchtype=1`,
    target: whispered,
  },
  { name: 'force busy', method: 'POST', path: (w) => `forcebusy/${w}`, target },
  { name: 'force idle', method: 'POST', path: (w) => `forceidle/${w}`, target },
  { name: 'force sign-out', method: 'POST', path: (w) => `forcelogout/${w}`, target },
  { name: 'force rest', method: 'POST', path: (w) => `forcerest/${w}/60/1`, target },
  { name: 'force drop call', method: 'POST', path: () => 'forcedropcall/1-1' },
  {
    name: 'adjust skills',
    method: 'POST',
    path: () => 'adjustskill',
    body: (w) => JSON.stringify({ workNo: w, skills: [1] }),
    // Its page has 100-001 for its parameters.
    target: { unknown: '900-003', outOfRange: '100-001' },
  },
  { name: 'whom one can inspect', method: 'GET', path: () => 'allagent' },
  { name: 'begin monitoring', method: 'POST', path: (w) => `beginmonitor?agents=${w}` },
  { name: 'end monitoring', method: 'POST', path: (w) => `endmonitor?agents=${w}` },
];
const targeted = rows.flatMap((row) => (row.target === undefined ? [] : [{ ...row, target: row.target }]));

const editions = [
  { edition: 'old', highest: 59_999, numbers: 'string', rights: 'string' },
  { edition: 'new', highest: 999_999, numbers: 'number', rights: 'boolean' },
] as const;

const stranger = '00000000-0000-0000-0000-000000000000.AgentGateway0';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] as const;

describe.each(editions)('in the $edition edition', ({ highest, ...apiEdition }) => {
  const started = (more: Partial<Parameters<typeof quickSimulator>[0]> = {}): Promise<Simulator> =>
    quickSimulator({ apiEdition: apiEdition satisfies Partial<ApiEdition>, ...more });
  const asked = (client: PlainClient, { method, path, body }: Row, workNo: string): Promise<string> =>
    client.retcode(method, `qualitycontrol/{id}/${path(workNo)}`, body?.(workNo));
  const all = async (client: PlainClient, workNo: string): Promise<Record<string, string>> => {
    const answers: Record<string, string> = {};
    for (const row of rows) answers[row.name] = await asked(client, row, workNo);
    return answers;
  };
  const each = (value: string): Record<string, string> => Object.fromEntries(rows.map(({ name }) => [name, value]));

  test('without a Guid, or with one never given out, each gets 000-003', async () => {
    const client = await signedInInspector(await started());
    client.guid = undefined;
    expect(await all(client, '20001')).toEqual(each('000-003'));
    client.guid = stranger;
    expect(await all(client, '20001')).toEqual(each('000-003'));
  });

  test('with a Guid that has expired each gets 000-003', async () => {
    const simulator = await started();
    const client = await signedInInspector(simulator);
    simulator.rotateGuid('291', 'expires');
    expect(await all(client, '20001')).toEqual(each('000-003'));
  });

  test('with the Guid of a session that has ended, or before any, each gets 100-006', async () => {
    const simulator = await started();
    expect(await all(new PlainClient(simulator, '291'), '20001')).toEqual(each('100-006'));
    const client = await signedInInspector(simulator);
    await client.call('DELETE', 'onlineagent/{id}/logout');
    expect(await all(client, '20001')).toEqual(each('100-006'));
  });

  test('without the inspection right each gets 900-002', async () => {
    const simulator = await started();
    const agent = new PlainClient(simulator, '20003');
    await agent.signIn({ password: agentPassword('20003'), phone: '70003' }, {}, true);
    expect(await all(agent, '20001')).toEqual(each('900-002'));
  });

  test('by another method than its own each gets 000-002', async () => {
    const client = await signedInInspector(await started());
    const paths = rows.map(({ path }) => path('20001').split('?')[0] ?? '');
    for (const row of rows) {
      const own = row.path('20001').split('?')[0];
      // DELETE qualitycontrol/{agentid}/{workNo} has the form of every path of one word.
      const known = new Set(rows.filter((_, index) => paths[index] === own).map(({ method }) => method as string));
      for (const method of methods.filter((candidate) => !known.has(candidate))) {
        expect([row.name, method, await client.retcode(method, `qualitycontrol/{id}/${row.path('20001')}`)]).toEqual([
          row.name,
          method,
          '000-002',
        ]);
      }
    }
  });

  test.each(['delsupervise/20001', 'addwhisper/20001', 'addsupervise/20001/1', 'addsupervise', 'addSupervise/20001', ''])(
    'the unknown path "%s" gets 000-002 by every method',
    async (path) => {
      const client = await signedInInspector(await started());
      for (const method of methods)
        expect([method, await client.retcode(method, `qualitycontrol/{id}/${path}`)]).toEqual([method, '000-002']);
    },
  );

  test.each(targeted)('$name of a number out of range gets $target.outOfRange', async (row) => {
    const client = await signedInInspector(await started());
    for (const workNo of ['100', '0', '-1', 'abc', '', String(highest + 1), '20001x']) {
      if (workNo === '' && row.path('20001').startsWith('20001')) continue;
      expect([workNo, await asked(client, row, workNo)]).toEqual([workNo, row.target.outOfRange]);
    }
  });

  test.each(targeted)('$name of the highest number, whom nobody knows, gets $target.unknown', async (row) => {
    const client = await signedInInspector(await started());
    expect(await asked(client, row, String(highest))).toBe(row.target.unknown);
  });

  test.each(targeted)('$name of an agent who is signed out gets $target.unknown', async (row) => {
    const simulator = await started();
    simulator.setAgent('20001', { state: 'signedOut' });
    expect(await asked(await signedInInspector(simulator), row, '20001')).toBe(row.target.unknown);
  });

  test.each(targeted)('$name of oneself gets 000-005', async (row) => {
    expect(await asked(await signedInInspector(await started()), row, '291')).toBe('000-005');
  });

  test.each(targeted)('$name of another inspector gets 900-002, as the CTI does not support it', async (row) => {
    const simulator = await started();
    await new PlainClient(simulator, '292').signIn({ password: 'Inspect-292', phone: '40292' });
    expect(await asked(await signedInInspector(simulator), row, '292')).toBe('900-002');
  });

  test.each(targeted.filter(({ notIdle }) => notIdle !== undefined))('$name by an inspector who is not idle gets $notIdle', async (row) => {
    const simulator = await started();
    const client = await signedInInspector(simulator, { status: 3 });
    expect(await asked(client, row, '20001')).toBe(row.notIdle);
    await client.call('POST', 'onlineagent/{id}/work');
    expect(await asked(client, row, '20001')).toBe(row.notIdle);
    simulator.setAgent('291', { state: 'rest' });
    expect(await asked(client, row, '20001')).toBe(row.notIdle);
  });

  test.each(targeted.filter(({ name }) => /stop|switch|intercept/.test(name)))(
    '$name by one who inspects nobody gets 900-003',
    async (row) => {
      expect(await asked(await signedInInspector(await started()), row, '20001')).toBe('900-003');
    },
  );
});
