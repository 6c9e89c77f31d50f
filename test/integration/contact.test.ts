import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { accept, createBench, quickSimulator, signIn, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import type { AppState } from '../../contract/state.ts';
import { timePasses } from '../support/patientClock.ts';
import { startRelay, type Relay } from '../support/relay.ts';

let simulator: Simulator;
let bench: Bench;
let relay: Relay | null = null;

async function begin(
  options: SimulatorOptions = {},
  poll: NonNullable<BenchOptions['timings']>['poll'] = {},
  through: 'relay' | 'direct' = 'direct',
) {
  simulator = await quickSimulator(options);
  relay = through === 'relay' ? await startRelay(simulator.port) : null;
  bench = createBench({
    timings: {
      poll: { probeDeadline: 300, shortHold: 50, gapAfterEvent: 5, gapAfterNothing: 10, backOffBase: 20, backOffCap: 200, ...poll },
    },
  });
  await signIn(bench, simulator, relay === null ? {} : { gatewayAddress: `127.0.0.1:${String(relay.port)}` });
  await expect.poll(() => bench.log.join('\n')).toContain('AgentState_Ready');
  await held();
}

afterEach(async () => {
  await bench.inspector.close();
  await relay?.close();
  await simulator.close();
});

const requests = (name: string) => simulator.requests.filter((request) => request.interface === name);
const held = () => expect.poll(() => requests('getAgentEvent').at(-1)?.answer).toBeUndefined();
const isLive = ({ session }: AppState): boolean =>
  session.kind === 'signedIn' && session.connection.kind === 'live' && session.connection.problem === null;
const isReconnecting = ({ session }: AppState): boolean => session.kind === 'signedIn' && session.connection.kind === 'reconnecting';

/** Never two polls at once: each begins after the answer of the one before, or that one was given up. */
function expectOnePollAtATime(): void {
  const polls = requests('getAgentEvent');
  for (const [index, poll] of polls.entries()) {
    const before = polls[index - 1]?.answer;
    if (before !== undefined) expect(poll.at).toBeGreaterThanOrEqual(before.at);
  }
}

describe('a held poll that may hang on a dead connection', () => {
  // The hold is longer than any wait of these tests: only giving the poll up can bring a second one.
  beforeEach(() => begin({ timings: { pollHold: 60_000 } }));

  test('is given up when another network is there', async () => {
    bench.changeNetwork();
    await expect.poll(() => requests('getAgentEvent').length).toBeGreaterThan(1);
    await held();
  });

  test('is given up when the inspector asks for a try', async () => {
    const before = requests('getAgentEvent').length;
    accept(await bench.inspector.command('tryNow', {}));
    await expect.poll(() => requests('getAgentEvent').length).toBe(before + 1);
  });

  test('is given up after a sleep, and the own state is asked for', async () => {
    const [polls, queries] = [requests('getAgentEvent').length, requests('getAgentStatus').length];
    bench.sleep(60_000);
    await expect.poll(() => requests('getAgentEvent').length).toBe(polls + 1);
    expect(requests('getAgentStatus').length).toBeGreaterThan(queries);
  });

  test('is kept through a short lock of the screen, as an event may be on its way', async () => {
    const before = requests('getAgentEvent').length;
    bench.sleep(1_000);
    await timePasses(300);
    expect(requests('getAgentEvent')).toHaveLength(before);
  });
});

describe('a sleep that nobody told of', () => {
  beforeEach(async () => {
    await begin();
    // What signing in asks for is through when the gateway has held a whole poll.
    const polls = requests('getAgentEvent').length;
    await expect.poll(() => requests('getAgentEvent').length).toBeGreaterThan(polls);
  });

  test('counts as a resume: what happened meanwhile is asked for', async () => {
    const before = requests('getAgentStatus').length;
    bench.jump(60_000);
    await expect.poll(() => requests('getAgentStatus').length).toBeGreaterThan(before);
    await bench.until('live', isLive);
  });

  test('is not made of a few seconds', async () => {
    const [polls, queries] = [requests('getAgentEvent').length, requests('getAgentStatus').length];
    bench.jump(5_000);
    await expect.poll(() => requests('getAgentEvent').length).toBeGreaterThan(polls + 2);
    expect(requests('getAgentStatus')).toHaveLength(queries);
  });
});

describe('a lost link', () => {
  const slowTries = { deadline: 600, holdMargin: 300, backOffBase: 60_000, backOffCap: 60_000 };

  test.each([
    [
      'another network',
      (): void => {
        bench.changeNetwork();
      },
    ],
    [
      'the computer that wakes up',
      (): void => {
        bench.sleep(0);
      },
    ],
    [
      'the inspector’s word',
      (): void => {
        void bench.inspector.command('tryNow', {});
      },
    ],
  ] as const)('is tried at once on %s, not at the next turn', async (_name, happens) => {
    await begin({}, slowTries, 'relay');
    relay?.set({ refuse: true });
    // With tries a minute apart only that brings it forward.
    for (let turn = 0; turn < 2; turn += 1) {
      await expect.poll(() => bench.log.join('\n')).toContain('gateway request failed');
      happens();
      await timePasses(100);
    }
    relay?.set({ refuse: false });
    await timePasses(50);
    happens();
    await bench.until('live', isLive);
    expect(requests('login')).toHaveLength(1);
  });

  test('is shown with the time of the next try, and tries go on until it is back', async () => {
    await begin({}, {}, 'relay');
    relay?.set({ refuse: true });
    await bench.until('reconnecting', isReconnecting);
    await bench.until(
      'a next try',
      (state) =>
        state.session.kind === 'signedIn' &&
        state.session.connection.kind === 'reconnecting' &&
        state.session.connection.nextAttempt !== null,
    );
    relay?.set({ refuse: false });
    await bench.until('live', isLive);
    await held();
    expectOnePollAtATime();
  });

  test('is found out by silence when nothing says so, and asked about in short, not by another long poll', async () => {
    await begin({}, { deadline: 600, holdMargin: 300 }, 'relay');
    relay?.set({ link: 'lost' });
    await bench.until('reconnecting', isReconnecting);
    relay?.set({ link: 'up' });
    await bench.until('live', isLive);
    expect(requests('login')).toHaveLength(1);
  });

  test('that comes and goes within one hold of the poll is live each time that it is back', async () => {
    // Nothing else answers a poll here, so that only the queries tell of the link.
    await begin({ timings: { pollHold: 60_000 } }, { deadline: 600, holdMargin: 300 }, 'relay');
    for (let time = 0; time < 4; time += 1) {
      relay?.set({ link: 'lost' });
      await bench.until('reconnecting', isReconnecting);
      relay?.set({ link: 'up' });
      await bench.until('live', isLive);
      await held();
    }
  });

  test('whose return is told before any try is live each time as well', async () => {
    await begin({ timings: { pollHold: 60_000 } }, slowTries, 'relay');
    for (let time = 0; time < 4; time += 1) {
      relay?.set({ link: 'lost' });
      await bench.until('lost', ({ session }) => session.kind === 'signedIn' && session.connection.problem !== null);
      relay?.set({ link: 'up' });
      bench.changeNetwork();
      await bench.until('live', isLive);
      await held();
    }
  });

  test('the network is watched closely only while the link is lost, now and then while it is there, and never without a session', async () => {
    await begin({}, {}, 'relay');
    expect(bench.networkLooks()).toBe(5_000);
    relay?.set({ refuse: true });
    await bench.until('reconnecting', isReconnecting);
    expect(bench.networkLooks()).toBe(1_000);
    relay?.set({ refuse: false });
    await bench.until('live', isLive);
    expect(bench.networkLooks()).toBe(5_000);
    accept(await bench.inspector.command('signOut', {}));
    expect(bench.networkLooks()).toBeNull();
  });
});

describe('a Guid whose renewal was lost with its answer', () => {
  test('is asked for anew when the link is back, before the old one dies', async () => {
    await begin({ authMode: 2, timings: { guidInterval: 1_000, guidTimeout: 2_500, pollHold: 300 } });
    // The renewal is due with the next polls: every answer that could carry it breaks, once.
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 5 }, { kind: 'cutAnswer' });
    await expect.poll(() => requests('updateGuid').filter(({ answer }) => answer?.retcode === '0').length).toBeGreaterThan(0);
    await timePasses(3_500);
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedIn', connection: { kind: 'live' } });
    expect(requests('getAgentEvent').filter(({ answer }) => answer?.retcode === '000-003')).toHaveLength(0);
    expect(requests('login')).toHaveLength(1);
  });

  test('a gateway that has no such interface is put up with', async () => {
    await begin();
    simulator.nextAnswer({ interface: 'updateGuid', times: 10 }, { kind: 'retcode', retcode: '000-002' });
    simulator.nextAnswer({ interface: 'getAgentEvent' }, { kind: 'closeSocket', when: 'afterHandling' });
    await expect.poll(() => requests('updateGuid').length).toBe(1);
    await bench.until('live', isLive);
  });
});

describe('a gateway with its own ways', () => {
  test('that does not hold polls is found out and told', async () => {
    await begin();
    await bench.inspector.close();
    await simulator.close();
    simulator = await quickSimulator({ timings: { pollHold: 0 } });
    bench = createBench({
      timings: { poll: { shortHold: 1_000, gapAfterEvent: 5, gapAfterNothing: 10, backOffBase: 20, backOffCap: 200 } },
    });
    await signIn(bench, simulator);
    const { notices } = await bench.until('the notice', (state) => state.notices.length > 0);
    expect(notices).toMatchObject([{ id: 'short-polling' }]);
  });

  const empty = () => requests('getAgentEvent').filter(({ answer }) => answer?.retcode === '0' && answer.event === undefined);
  const givenUp = () => bench.log.filter((line) => /request failed.*getAgentEvent/.test(line));
  function connectionsShown(): ReadonlySet<string> {
    const shown = new Set<string>();
    bench.inspector.onState(({ session }) => shown.add(session.kind === 'signedIn' ? session.connection.kind : session.kind));
    return shown;
  }

  test('that holds for longer than silence is put up with is live all the time, and no poll is given up', async () => {
    await begin({ timings: { pollHold: 4_500 } }, { deadline: 3_000, probeDeadline: 1_500, holdMargin: 500 });
    const shown = connectionsShown();
    await expect.poll(() => empty().length).toBe(1);
    await held();
    expect(givenUp()).toEqual([]);
    expect([...shown]).toEqual(['live']);
  });

  test('that holds for longer than anyone could expect costs one poll', async () => {
    await begin({ timings: { pollHold: 2_600 } }, { deadline: 1_000, holdMargin: 200 });
    const shown = connectionsShown();
    await expect.poll(() => empty().length).toBe(1);
    expect(givenUp()).toHaveLength(1);
    expect([...shown]).not.toContain('reconnecting');
    expect(requests('login')).toHaveLength(1);
  });

  test('that holds for long and is lost meanwhile is shown so as soon as any other', async () => {
    await begin({ timings: { pollHold: 60_000 } }, { deadline: 1_000, holdMargin: 60_000 }, 'relay');
    await timePasses(1_500);
    expect(bench.inspector.state().session).toMatchObject({ connection: { kind: 'live' } });
    relay?.set({ link: 'lost' });
    await bench.until('reconnecting', isReconnecting);
    relay?.set({ link: 'up' });
    await bench.until('live', isLive);
  });

  test('that is busy and says for how long is left alone for that long', async () => {
    await begin();
    const busy = { kind: 'answer', status: 503, body: 'busy', contentType: 'text/plain', headers: { 'Retry-After': '1' } } as const;
    simulator.nextAnswer({ interface: 'getAgentEvent' }, busy);
    await bench.until('busy', ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === 'server-busy');
    await bench.until('live', isLive);
    const polls = requests('getAgentEvent');
    const refused = polls.findIndex(({ answer }) => answer?.httpStatus === 503);
    expect((polls[refused + 1]?.at ?? 0) - (polls[refused]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test('behind a load balancer gets its cookie back with every request, and nobody else does', async () => {
    await begin({ loadBalancer: true });
    const [cookie] = /huaweielbsession=[\w-]+/.exec(JSON.stringify(simulator.requests)) ?? [null];
    expect(cookie).toBeNull();
    await expect.poll(() => requests('getAgentEvent').length).toBeGreaterThan(3);
    expect(simulator.requests.every(({ answer }) => answer === undefined || answer.retcode === '0')).toBe(true);
    const written = JSON.stringify(bench.disk.content) + bench.log.join('\n') + JSON.stringify(bench.inspector.state());
    expect(written).not.toContain('huaweielbsession');
  });
});

describe('polls that break while all else is answered', () => {
  test('are stale with the reason, not a link that comes and goes', async () => {
    await begin();
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 8 }, { kind: 'closeSocket', when: 'beforeHandling' });
    await bench.until(
      'stale',
      ({ session }) =>
        session.kind === 'signedIn' && session.connection.kind === 'stale' && session.connection.problem?.code === 'connection-lost',
    );
    await bench.until('live', isLive);
    expectOnePollAtATime();
  });
});
