import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgentDetails, RosterMessage } from '../../contract/roster.ts';
import type { Attention } from '../../main/roster/attention.ts';
import { queryWindow } from '../../main/gateway/queryLimiter.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts';
import {
  accept,
  createBench,
  quickSimulator,
  signIn,
  watchRoster,
  type Bench,
  type BenchOptions,
} from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

async function start(options: SimulatorOptions = {}, benchOptions: BenchOptions = {}): Promise<void> {
  simulator = await quickSimulator(options);
  bench = createBench(benchOptions);
  await signIn(bench, simulator);
}

/** A page with its roster, that looks at these agents. */
function page(attention: Partial<Attention>) {
  const roster = watchRoster(bench);
  roster.watchAgents({ selected: null, inView: [], favourites: [], ...attention });
  return roster;
}

function detailsIn(messages: readonly RosterMessage[]): AgentDetails | undefined {
  return messages.findLast((message) => message.kind === 'details')?.details;
}

/** Work numbers of agents who are signed in, in order. */
function online(count: number): string[] {
  return simulator
    .agents()
    .filter(({ workNo, state }) => Number(workNo) > 20_000 && state !== 'signedOut')
    .slice(0, count)
    .map(({ workNo }) => workNo);
}

const asked = (name: string): number => simulator.requests.filter((request) => request.interface === name).length;
const row = (roster: ReturnType<typeof page>, workNo: string) => roster.rows().get(workNo);

describe('the agents that somebody looks at', () => {
  beforeEach(() => start());

  test('get their exact time in state, their sign-in, their skills and the end of their phone number', async () => {
    const truth = simulator.agent('20001');
    const roster = page({ inView: ['20001'] });
    await expect.poll(() => row(roster, '20001')?.skills).toEqual([truth.group]);
    expect(row(roster, '20001')).toMatchObject({ sinceIs: 'exact', voice: true, group: truth.group });
    expect(Math.abs((row(roster, '20001')?.since ?? 0) - truth.since)).toBeLessThan(3_000);
    expect(row(roster, '20001')?.signedInAt).toBeGreaterThan(0);
    expect(row(roster, '20001')?.phoneEnding).toMatch(/^\d{2}$/);
  });

  test('are not asked about again while what is known stays true', async () => {
    const roster = page({ selected: '20001' });
    await expect.poll(() => row(roster, '20001')?.sinceIs).toBe('exact');
    const before = asked('queryAgentInfoByWorkNo');
    const looks = asked('queryOnlineAgent');
    await expect.poll(() => asked('queryOnlineAgent')).toBeGreaterThan(looks + 3);
    expect(asked('queryAgentInfoByWorkNo')).toBe(before);
  });

  test('the others stay a least', async () => {
    const roster = page({ inView: ['20001'] });
    await expect.poll(() => row(roster, '20001')?.sinceIs).toBe('exact');
    expect(row(roster, online(2)[1] ?? '')).toMatchObject({ sinceIs: 'atLeast', skills: null, signedInAt: null, phoneEnding: null });
  });

  test('no phone number crosses the bridge', async () => {
    const numbers = simulator.agents().map(({ workNo }) => workNo);
    const roster = page({ selected: '20001', inView: numbers.slice(0, 10) });
    await expect.poll(() => row(roster, '20001')?.phoneEnding).toMatch(/^\d{2}$/);
    const keys = roster.messages.flatMap((message) =>
      message.kind === 'details' ? [] : message.kind === 'snapshot' ? message.rows : message.changed,
    );
    expect(keys.every((one) => !Object.keys(one).some((key) => /phonenumber/i.test(key)))).toBe(true);
    expect(bench.log.join('\n')).not.toMatch(/phonenumber/i);
  });

  test('a time that was reset by a pause is exact again soon after', async () => {
    const roster = page({ inView: ['20001'] });
    await expect.poll(() => row(roster, '20001')?.sinceIs).toBe('exact');
    const since = row(roster, '20001')?.since ?? 0;
    roster.watch(false);
    const before = bench.now();
    bench.sleep(20_000);
    roster.watch(true);
    await expect.poll(() => row(roster, online(2)[1] ?? '')?.since).toBeGreaterThan(before + 10_000);
    // The bench's clock was put forward by the sleep; the simulator's was not.
    await expect.poll(() => row(roster, '20001')?.sinceIs).toBe('exact');
    expect(Math.abs((row(roster, '20001')?.since ?? 0) - since - 20_000)).toBeLessThan(3_000);
  });

  test('a look that the computer slept through does not put off the next one', async () => {
    const roster = page({});
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    simulator.nextAnswer({ interface: 'queryOnlineAgent' }, { kind: 'delay', ms: 60_000, when: 'beforeHandling' });
    const underWay = (): boolean => simulator.requests.some((one) => one.interface === 'queryOnlineAgent' && one.answer === undefined);
    await expect.poll(underWay).toBe(true);
    await timePasses(50);
    const before = asked('queryOnlineAgent');
    bench.sleep(3_600_000);
    await expect.poll(() => asked('queryOnlineAgent')).toBeGreaterThan(before);
  });

  test('are said to be from the last look while the first one after a long while is under way', async () => {
    const roster = page({});
    const status = () => bench.inspector.state().roster;
    await expect.poll(() => status().kind).toBe('ready');
    roster.watch(false);
    const shown = status();
    bench.sleep(3_600_000);
    simulator.nextAnswer({ interface: 'queryOnlineAgent' }, { kind: 'delay', ms: 300, when: 'beforeHandling' });
    roster.watch(true);
    expect(status()).toEqual({ kind: 'loading', at: shown.kind === 'ready' ? shown.at : NaN });
    await expect.poll(() => status().kind).toBe('ready');
  });

  test('are those of the last look at once, though another page asked for it, and an hour ago', async () => {
    const roster = page({});
    await expect.poll(() => row(roster, '20001')).toBeDefined();
    roster.watch(false);
    const other = watchRoster(bench);
    simulator.setAgent('20001', { state: 'idle' });
    await expect.poll(() => row(other, '20001')?.state).toBe('idle');
    other.watch(false);
    bench.sleep(3_600_000);
    simulator.nextAnswer({ interface: 'queryOnlineAgent' }, { kind: 'delay', ms: 300, when: 'beforeHandling' });
    roster.watch(true);
    expect(row(roster, '20001')?.state).toBe('idle');
  });

  test('nothing is asked about them while nobody looks', async () => {
    const roster = page({});
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    roster.watch(false);
    roster.watchAgents({ selected: '20001', inView: ['20001', '20002', '20003', '20004'], favourites: [] });
    await timePasses(300);
    expect(asked('queryAgentInfoByWorkNo') + asked('queryAgentInfoNoSkills')).toBe(0);
  });

  test('are asked about one by one where the gateway has no query of several', async () => {
    simulator.nextAnswer({ interface: 'queryAgentInfoNoSkills', times: 100 }, { kind: 'retcode', retcode: '000-002' });
    const inView = online(5);
    const roster = page({ inView });
    await expect.poll(() => inView.every((workNo) => row(roster, workNo)?.sinceIs === 'exact')).toBe(true);
    expect(asked('queryAgentInfoNoSkills')).toBe(1);
  });

  test('stay a least where the gateway does not tell their time', async () => {
    simulator.nextAnswer({ path: /agentinfonoskills|agentbyworkno/, times: 100 }, { kind: 'dropFields', fields: ['currentstatetime'] });
    const inView = online(3);
    const roster = page({ inView });
    await expect.poll(() => inView.every((workNo) => Array.isArray(row(roster, workNo)?.skills))).toBe(true);
    expect(row(roster, '20001')?.sinceIs).toBe('atLeast');
  });

  test('a number group that the list does not name gets its name from the list of groups', async () => {
    simulator.nextAnswer({ path: /onlineagentonvdn/, times: 1_000 }, { kind: 'dropFields', fields: ['groupname'] });
    const roster = page({});
    await expect.poll(() => row(roster, '20001')?.group).toBe(simulator.agent('20001').group);
    expect(asked('queryGroupOnVdn')).toBe(1);
  });
});

describe('the selected agent’s details', () => {
  beforeEach(() => start());

  test('follow at once, and say when the gateway’s own are in', async () => {
    const roster = page({});
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    roster.watchAgents({ selected: '20001', inView: [], favourites: [] });
    expect(detailsIn(roster.messages)).toMatchObject({ workNo: '20001', asked: 'waiting' });
    await expect.poll(() => detailsIn(roster.messages)?.asked).toBe('answered');
    expect(detailsIn(roster.messages)?.history.at(-1)).toMatchObject({ fromIs: 'exact' });
  });

  test('show each change of state that was seen, and the sign-out at last', async () => {
    simulator.setAgent('20001', { state: 'idle' });
    const roster = page({ selected: '20001' });
    await expect.poll(() => row(roster, '20001')?.state).toBe('idle');
    for (const state of ['talking', 'wrapUp', 'signedOut'] as const) {
      simulator.setAgent('20001', { state });
      await expect.poll(() => detailsIn(roster.messages)?.history.at(-1)?.state).toBe(state);
    }
    expect(detailsIn(roster.messages)?.history.map(({ state }) => state)).toEqual(['idle', 'talking', 'wrapUp', 'signedOut']);
    expect(row(roster, '20001')).toBeUndefined();
  });

  test('an agent whom the gateway refuses to tell of is said to be refused', async () => {
    simulator.nextAnswer({ path: /agentbyworkno/, times: 100 }, { kind: 'retcode', retcode: '300-001' });
    const roster = page({ selected: '20001' });
    await expect.poll(() => detailsIn(roster.messages)?.asked).toBe('refused');
  });

  test('hold the listens of this session, and the row says who hears the agent', async () => {
    const roster = page({ selected: '20001' });
    await expect.poll(() => roster.rows().size).toBeGreaterThan(10);
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    await bench.listen('listening');
    await expect.poll(() => row(roster, '20001')?.inspectedBy).toBe('291');
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    await expect.poll(() => row(roster, '20001')?.inspectedBy).toBeNull();
    await expect.poll(() => detailsIn(roster.messages)?.listens).toMatchObject([{ outcome: 'stopped' }]);
    expect(detailsIn(roster.messages)?.listens[0]?.heardFor).toBeGreaterThan(0);
  });
});

describe('the gateway’s query limit', () => {
  test('is never broken with fifty rows in view, a favourite list, a selection that wanders, and a listen settled meanwhile', async () => {
    // A listen is asked about as often as in the product: the limit is the gateway's.
    await start(
      { agents: 300, queryLimit: { requests: 5 }, timings: { queryWindow: 2_000 } },
      { timings: { roster: 1_000, queryWindow, listen: {} } },
    );
    const all = online(100);
    const inView = all.slice(0, 50);
    const favourites = all.slice(50, 70);
    simulator.nextAnswer({ interface: 'queryAgentInfoNoSkills' }, { kind: 'retcode', retcode: '000-002' });
    const roster = page({ inView, favourites });
    await expect.poll(() => roster.rows().size).toBeGreaterThan(100);
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'closeSocket', when: 'afterHandling' });
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    for (const selected of all.slice(70, 74)) {
      roster.watchAgents({ selected, inView, favourites });
      // What only makes the list better waits while a listen is asked about: some seconds for each question.
      await expect.poll(() => row(roster, selected)?.skills, { timeout: 90_000 }).toBeInstanceOf(Array);
    }
    await bench.listen('listening');
    await expect.poll(() => inView.filter((workNo) => row(roster, workNo)?.sinceIs === 'exact').length).toBeGreaterThan(6);
    const answered = simulator.requests.filter(({ path }) => /agentgroup|agentstatus/.test(path)).map(({ answer }) => answer?.retcode);
    expect(answered.filter((retcode) => retcode !== '0' && retcode !== undefined)).toEqual(['000-002']);
    expect(answered.length).toBeGreaterThan(12);
    expect(bench.log.join('\n')).not.toContain('000-007');
  }, 400_000);
});
