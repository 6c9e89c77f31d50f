import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, watchRoster, type Bench } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
  bench = createBench();
  await signIn(bench, simulator);
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const requests = (name: string) => simulator.requests.filter((request) => request.interface === name);
/** The events of the sign-in itself are through, and the poll is held by the gateway. */
const settled = async (): Promise<void> => {
  await expect.poll(() => bench.log.join('\n')).toContain('AgentState_Ready');
  await expect.poll(() => requests('getAgentEvent').at(-1)?.answer).toBeUndefined();
};
const connection = (kind: 'live' | 'reconnecting') => (state: ReturnType<Bench['inspector']['state']>) =>
  state.session.kind === 'signedIn' && state.session.connection.kind === kind;

describe('the event poll', () => {
  test('has one request in flight, ever', async () => {
    await expect.poll(() => requests('getAgentEvent').length).toBeGreaterThan(4);
    const polls = requests('getAgentEvent');
    for (const [index, poll] of polls.entries()) {
      if (index > 0) expect(poll.at).toBeGreaterThanOrEqual(polls[index - 1]?.answer?.at ?? Number.POSITIVE_INFINITY);
    }
  });

  test('brings every event of a burst, in order', async () => {
    await settled();
    const types = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? 'AgentState_Work' : 'AgentState_Ready'));
    const before = bench.log.length;
    for (const type of types) simulator.pushEvent('291', type);
    const seen = (): string[] => bench.log.slice(before).flatMap((line) => /AgentState_(?:Work|Ready)/.exec(line)?.[0] ?? []);
    await expect.poll(() => seen().length).toBe(50);
    expect(seen()).toEqual(types);
  });

  test('logs and ignores an event that it does not know', async () => {
    simulator.pushEvent('291', 'AgentOther_Bulletin', 'all hands');
    await expect.poll(() => bench.log.join('\n')).toContain('AgentOther_Bulletin');
    expect(bench.log.join('\n')).not.toContain('all hands');
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });

  test('100-006 ends the session, with the reason shown', async () => {
    simulator.endSession('291');
    const { session } = await bench.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ problem: { code: '100-006' } });
    const polls = requests('getAgentEvent').length;
    await timePasses(300);
    expect(requests('getAgentEvent')).toHaveLength(polls);
  });

  test('a few 000-003 in a row are tolerated, as the Guid may just have been renewed', async () => {
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 5 }, { kind: 'retcode', retcode: '000-003' });
    await expect.poll(() => requests('getAgentEvent').filter((poll) => poll.answer?.retcode === '000-003').length).toBe(5);
    await bench.until('live again', connection('live'));
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });

  test('six of them are the end', async () => {
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 6 }, { kind: 'retcode', retcode: '000-003' });
    const { session } = await bench.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ problem: { code: '000-003' } });
  });
});

describe('a link that fails', () => {
  test('is shown as reconnecting, tried again for ever, and live when it is back', async () => {
    await settled();
    simulator.nextAnswer({ agentId: '291', times: 6 }, { kind: 'closeSocket', when: 'beforeHandling' });
    const { session } = await bench.until('reconnecting', connection('reconnecting'));
    expect(session).toMatchObject({ connection: { problem: { code: 'connection-lost' } } });
    const next = await bench.until('the next try', (state) => JSON.stringify(state.session).includes('"nextAttempt":1'));
    expect(next.session.kind).toBe('signedIn');
    await bench.until('live again', connection('live'));
  });

  test('after it, the own state is asked for, as events may be missing', async () => {
    await settled();
    const before = requests('getAgentStatus').length;
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 1 }, { kind: 'closeSocket', when: 'beforeHandling' });
    await expect.poll(() => requests('getAgentStatus').length).toBe(before + 1);
  });

  test('waking up gives a held poll up at once', async () => {
    await simulator.close();
    simulator = await quickSimulator({ timings: { pollHold: 5_000 } });
    bench = createBench();
    await signIn(bench, simulator);
    await settled();
    const before = requests('getAgentEvent').length;
    bench.sleep(60_000);
    await expect.poll(() => requests('getAgentEvent').length).toBe(before + 1);
  });
});

describe('nonsense from the gateway', () => {
  test.each([
    ['a web page', { kind: 'html' }, 'web-page'],
    ['a redirect', { kind: 'redirect', location: 'https://portal.example/' }, 'redirected'],
    ['JSON that stops in the middle', { kind: 'truncatedJson' }, 'not-an-answer'],
    ['an answer without retcode', { kind: 'dropFields', fields: ['retcode'] }, 'not-an-answer'],
    ['bytes that are not HTTP', { kind: 'rawBytes', bytes: '\0\0garbage' }, 'connection-lost'],
    ['a connection cut in the middle', { kind: 'cutAnswer' }, 'connection-lost'],
    ['an error page of a proxy', { kind: 'html', status: 502 }, 'server-error'],
  ] as const)('%s is said in words, and the session goes on', async (_name, what, code) => {
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 3 }, what);
    await bench.until(code, ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === code);
    await bench.until('live again', connection('live'));
    expect(requests('login')).toHaveLength(1);
  });

  test('a retcode written as a number is read as the same code', async () => {
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'retcode', retcode: 900005 });
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    expect(await bench.listen('ended')).toMatchObject({ problem: { code: '900-005' } });
  });
});

describe('the own state', () => {
  test('an older answer never overwrites a newer one', async () => {
    await settled();
    simulator.pushEvent('291', 'AgentState_SetNotReady_Success', { reason: '200' });
    await bench.until('busy', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'busy');
    simulator.nextAnswer({ interface: 'getAgentStatus' }, { kind: 'retcode', retcode: '000-007' });
    simulator.pushEvent('291', 'AgentOther_InService');
    await bench.until('idle', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'idle');
  });
});

describe('a gateway that answers with refusals', () => {
  test('is stale and says why, not offline', async () => {
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 4 }, { kind: 'retcode', retcode: '105-002' });
    const { session } = await bench.until(
      'stale',
      (state) => state.session.kind === 'signedIn' && state.session.connection.kind === 'stale',
    );
    expect(session).toMatchObject({ connection: { problem: { code: '105-002' } } });
    await bench.until('live again', connection('live'));
  });
});

describe('the roster', () => {
  test('is asked for no more often than agreed, however often the window comes and goes', async () => {
    const feed = bench.inspector.subscribeToRoster(() => undefined);
    for (let turn = 0; turn < 20; turn += 1) {
      feed.watch(true);
      await timePasses(10);
      feed.watch(false);
    }
    feed.close();
    expect(simulator.requests.filter((each) => each.path.endsWith('onlineagentonvdn')).length).toBeLessThanOrEqual(4);
  });

  test('one page of a proxy does not make it leave the better query', async () => {
    simulator.nextAnswer({ path: /onlineagentonvdn$/ }, { kind: 'html', status: 503 });
    const roster = watchRoster(bench);
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    expect(simulator.requests.filter((each) => each.path.endsWith('allagentstatus'))).toHaveLength(0);
  });

  test('comes without the own number, and follows the centre by differences', async () => {
    const roster = watchRoster(bench);
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    expect(roster.rows().has('291')).toBe(false);
    simulator.setAgent('20001', { status: '7', ctiStatus: '5' });
    await expect.poll(() => roster.rows().get('20001')?.state).toBe('talking');
    const last = roster.messages.at(-1);
    expect(last).toMatchObject({ kind: 'patch', changed: [{ workNo: '20001', sinceIs: 'seen' }] });
    expect(last?.kind === 'patch' ? last.changed : []).toHaveLength(1);
  });

  test('is not asked for while nobody looks', async () => {
    const roster = watchRoster(bench);
    await expect.poll(() => simulator.requests.filter((each) => each.path.endsWith('onlineagentonvdn')).length).toBeGreaterThan(0);
    roster.stop();
    await timePasses(200);
    const count = simulator.requests.filter((each) => each.path.endsWith('onlineagentonvdn')).length;
    await timePasses(500);
    expect(simulator.requests.filter((each) => each.path.endsWith('onlineagentonvdn'))).toHaveLength(count);
  });

  test('falls back to allagentstatus where the gateway has no onlineagentonvdn', async () => {
    simulator.nextAnswer({ path: /onlineagentonvdn$/, times: 1_000 }, { kind: 'retcode', retcode: '000-002' });
    const roster = watchRoster(bench);
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    const asked = (): number => simulator.requests.filter((each) => each.path.endsWith('onlineagentonvdn')).length;
    expect(asked()).toBe(1);
    expect(bench.inspector.state().roster.kind).toBe('ready');
  });

  test('a failed look keeps what was shown and says why', async () => {
    const roster = watchRoster(bench);
    await bench.until('a roster', (state) => state.roster.kind === 'ready');
    simulator.nextAnswer({ path: /onlineagentonvdn$/, times: 2 }, { kind: 'html', status: 503 });
    simulator.nextAnswer({ path: /allagentstatus$/, times: 2 }, { kind: 'html', status: 503 });
    const state = await bench.until('a failure', ({ roster: status }) => status.kind === 'failed');
    expect(state.roster).toMatchObject({ problem: { code: 'server-error' } });
    expect(roster.rows().size).toBeGreaterThan(10);
    await bench.until('ready again', ({ roster: status }) => status.kind === 'ready');
  });

  test('names of ten kilobytes, of markup and of control characters arrive as short plain text', async () => {
    simulator.setAgent('20001', { state: 'idle', name: 'x'.repeat(10_000) });
    simulator.setAgent('20002', { state: 'idle', name: '<img src=x onerror=alert(1)>' });
    simulator.setAgent('20003', { state: 'idle', name: 'Li\u0007\u202eieW\u0000' });
    const roster = watchRoster(bench);
    await expect.poll(() => roster.rows().get('20001')?.name.length).toBe(200);
    expect(roster.rows().get('20002')?.name).toBe('<img src=x onerror=alert(1)>');
    expect(roster.rows().get('20003')?.name).toBe('Li ieW');
  });
});
