import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StandingPlan } from '../../contract/standing.ts';
import { standingOf, type AppState } from '../../contract/state.ts';
import { checkTrail } from '../../main/audit/check.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;
let dataFolder: string;

const hours = { kind: 'hours', hours: 4 } as const;
const orders: StandingPlan = { targets: [{ kind: 'group', group: 'Orders' }], time: hours, listens: null };

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-standing-'));
  simulator = await quickSimulator();
  for (const { workNo } of simulator.agents()) {
    if (workNo !== '291')
      simulator.setAgent(workNo, { group: ['20001', '20002', '20003'].includes(workNo) ? 'Orders' : 'Billing', state: 'idle' });
  }
  bench = createBench({ dataFolder });
  await signIn(bench, simulator);
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

const state = (): AppState => bench.inspector.state();
const requests = (name: string): number => simulator.requests.filter((request) => request.interface === name).length;
const talking = (...agents: string[]): void => {
  for (const workNo of agents) simulator.setAgent(workNo, { state: 'talking' });
};
const free = (...agents: string[]): void => {
  for (const workNo of agents) simulator.setAgent(workNo, { state: 'idle' });
};
const waitsFor = (waits: string): Promise<AppState> =>
  bench.until(`waits: ${waits}`, ({ follow }) => follow.kind === 'standing' && follow.standing.waits === waits);
const asks = (workNo: string): Promise<AppState> =>
  bench.until(`asks about ${workNo}`, ({ follow }) => follow.kind === 'asking' && follow.agent.workNo === workNo);
/** Until the agents were looked at again, after a change of theirs. */
const looked = (): Promise<void> => timePasses(400);

async function stand(plan: StandingPlan = orders): Promise<void> {
  accept(await bench.inspector.command('standingListen', { plan }));
}

async function byItself(): Promise<void> {
  accept(await bench.inspector.command('changeSettings', { settings: { followMode: 'listen' } }));
}

async function stops(): Promise<void> {
  accept(await bench.inspector.command('stopListening', {}));
  await bench.listen('ended');
}

describe('a standing listen on a group', () => {
  test('asks about the first call in order, then about the next; "Listen" listens, and it goes on after that', async () => {
    await stand({
      ...orders,
      targets: [
        { kind: 'group', group: 'Orders' },
        { kind: 'agent', agent: '20005' },
      ],
    });
    const { follow } = await waitsFor('call');
    expect(standingOf(follow)).toMatchObject({ here: 4, listens: 0 });
    expect(bench.shown.present.tray?.tooltip).toBe('Earshot · Standing listen: waiting for calls of 4 agents, 0 heard');
    talking('20001', '20002', '20005');
    await asks('20005');
    expect(bench.shown.present.toast).toMatchObject({
      body: 'Listen?',
      buttons: [{ action: 'listenFollowed' }, { action: 'skipFollowed' }, { action: 'show' }],
    });
    accept(await bench.inspector.command('skipFollowed', {}));
    await asks('20001');
    accept(await bench.inspector.command('listenFollowed', {}));
    await bench.listen('listening');
    expect(state().follow).toMatchObject({ kind: 'standing', standing: { waits: 'listen', listens: 1 } });
    expect(bench.shown.present.tray?.tooltip).toContain('Listening to');
    expect(bench.shown.present.tray?.tooltip).toContain('Standing listen on');
    await stops();
    await waitsFor('call');
    await looked();
    expect(state().follow.kind).toBe('standing');
    free('20002');
    await looked();
    talking('20002');
    await asks('20002');
    expect(requests('addSupervise')).toBe(1);
  });

  test('listens at once where that is the setting: one request a call, none beside a listen, none for a call that goes on already', async () => {
    await byItself();
    await stand();
    await waitsFor('call');
    talking('20001', '20002');
    expect((await bench.listen('listening')).agent.workNo).toBe('20001');
    await looked();
    talking('20003');
    await looked();
    await stops();
    await waitsFor('call');
    await looked();
    expect(requests('addSupervise')).toBe(1);
    free('20003');
    await looked();
    talking('20003');
    expect((await bench.listen('listening')).agent.workNo).toBe('20003');
    expect(requests('addSupervise')).toBe(2);
  });

  test('a phone that nobody picks up is rung once; it goes on when the inspector says so', async () => {
    simulator.setPhone('291', { kind: 'neverAnswers' });
    await byItself();
    await stand();
    await waitsFor('call');
    talking('20001');
    await bench.listen('ended');
    await waitsFor('notPickedUp');
    talking('20002');
    await looked();
    expect(requests('addSupervise')).toBe(1);
    expect(bench.shown.present.tray?.tooltip).toContain('your phone was not picked up');
    simulator.setPhone('291', { kind: 'picksUp', afterMs: 50 });
    free('20002');
    accept(await bench.inspector.command('holdStanding', { held: false }));
    await waitsFor('call');
    await looked();
    talking('20002');
    await bench.listen('listening');
  });

  test('is over after the listens that it was made for', async () => {
    await stand({ ...orders, listens: 1 });
    await waitsFor('call');
    talking('20002');
    await asks('20002');
    accept(await bench.inspector.command('listenFollowed', {}));
    await bench.listen('listening');
    await stops();
    const { notices } = await bench.until('over', ({ follow }) => follow.kind === 'off');
    expect(notices).toContainEqual({ id: 'standing-ended', kind: 'standingEnded', why: 'listensDone', listens: 1 });
  });
});

describe('what does not end it', () => {
  test('a listen that the inspector chooses: it waits for its end', async () => {
    await stand();
    await waitsFor('call');
    accept(await bench.inspector.command('listen', { workNo: '20009' }));
    await waitsFor('listen');
    await bench.listen('listening');
    await stops();
    await waitsFor('call');
    expect(standingOf(state().follow)?.listens).toBe(0);
  });

  test('agents who leave its group: they are just not there', async () => {
    await stand();
    await waitsFor('call');
    simulator.setAgent('20001', { group: 'Billing' });
    await bench.until('two of them', ({ follow }) => standingOf(follow)?.here === 2);
    talking('20001');
    await looked();
    expect(state().follow.kind).toBe('standing');
    simulator.removeAgent('20002');
    simulator.removeAgent('20003');
    await bench.until('none', ({ follow }) => standingOf(follow)?.here === 0);
  });

  test('agents who cannot be looked at: it is paused, and takes no call that began meanwhile', async () => {
    await byItself();
    await stand();
    await waitsFor('call');
    simulator.nextAnswer({ path: /agentgroup|agentstatus/, times: 3 }, { kind: 'html', status: 502 });
    await waitsFor('notSeen');
    talking('20001');
    await waitsFor('call');
    await looked();
    expect(requests('addSupervise')).toBe(0);
  });

  test('a lost connection: it is paused, and the first look afterwards finds and asks nothing', async () => {
    await byItself();
    await stand();
    await waitsFor('call');
    const polls = requests('getAgentEvent');
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 8 }, { kind: 'closeSocket', when: 'beforeHandling' });
    await waitsFor('connection');
    talking('20001');
    await expect.poll(() => requests('getAgentEvent')).toBeGreaterThan(polls + 9);
    await waitsFor('call');
    await looked();
    expect(requests('addSupervise')).toBe(0);
    talking('20002');
    expect((await bench.listen('listening')).agent.workNo).toBe('20002');
  });

  test('an inspector who is not idle: its question goes, and does not come back for the same call', async () => {
    await stand();
    await waitsFor('call');
    talking('20001');
    await asks('20001');
    simulator.pushEvent('291', 'AgentState_SetNotReady_Success', { reason: '200' });
    await waitsFor('notIdle');
    expect(bench.shown.present.toast).toBeNull();
    simulator.pushEvent('291', 'AgentState_Ready');
    await waitsFor('call');
    await looked();
    expect(state().follow.kind).toBe('standing');
  });

  test('nobody follows one agent beside it', async () => {
    await stand();
    expect(await bench.inspector.command('followAgent', { workNo: '20001' })).toMatchObject({
      ok: false,
      problem: { code: 'standing-under-way' },
    });
    expect(state().follow.kind).toBe('standing');
  });
});

describe('its time window', () => {
  /** From so many hours after now on, for two hours, whatever the time of day is. */
  const windowIn = (later: number): StandingPlan => {
    const at = (ahead: number): number => {
      const date = new Date(bench.date() + ahead * 3_600_000);
      return date.getHours() * 60 + date.getMinutes();
    };
    return { ...orders, time: { kind: 'window', from: at(later), to: at(later + 2) } };
  };

  test('is waited for by the date of the computer, and with its end it is over', async () => {
    await byItself();
    await stand(windowIn(3));
    await waitsFor('window');
    talking('20001');
    await looked();
    expect(requests('addSupervise')).toBe(0);
    bench.setDate(3 * 3_600_000);
    await waitsFor('call');
    bench.setDate(2 * 3_600_000);
    const { notices } = await bench.until('over', ({ follow }) => follow.kind === 'off');
    expect(notices).toContainEqual({ id: 'standing-ended', kind: 'standingEnded', why: 'windowOver', listens: 0 });
  });
});

describe('what ends it', () => {
  test('the inspector; then the agents are not looked at any more', async () => {
    await stand();
    await waitsFor('call');
    accept(await bench.inspector.command('unfollow', {}));
    expect(state().follow).toEqual({ kind: 'off' });
    await looked();
    const looks = requests('onlineAgentOnVdn') + requests('allAgentStatus');
    await looked();
    expect(requests('onlineAgentOnVdn') + requests('allAgentStatus')).toBe(looks);
  });

  test('its hours, however the date is set', async () => {
    await stand();
    await waitsFor('call');
    bench.setDate(48 * 3_600_000);
    await looked();
    expect(state().follow.kind).toBe('standing');
    bench.sleep(4 * 3_600_000);
    await bench.until('over', ({ notices }) => notices.some((notice) => notice.kind === 'standingEnded' && notice.why === 'hoursOver'));
  });

  test('the end of the session, after which another start knows nothing of it', async () => {
    await stand();
    await waitsFor('call');
    accept(await bench.inspector.command('signOut', {}));
    expect(state().follow).toEqual({ kind: 'off' });
    expect(state().notices).toContainEqual({ id: 'standing-ended', kind: 'standingEnded', why: 'sessionOver', listens: 0 });
    expect(JSON.stringify(bench.disk.content)).not.toContain('Orders');
  });

  test('the administrator who switches following off while it goes on', async () => {
    await stand();
    await waitsFor('call');
    bench.administer({ policy: { followAllowed: false } });
    bench.sleep(0);
    const { notices } = await bench.until('over', ({ follow }) => follow.kind === 'off');
    expect(notices).toContainEqual({ id: 'standing-ended', kind: 'standingEnded', why: 'notAllowed', listens: 0 });
    expect(await bench.inspector.command('standingListen', { plan: orders })).toMatchObject({
      ok: false,
      problem: { code: 'follow-not-allowed' },
    });
  });
});

test('the audit trail says which listens came of it, and its chain and table are as before', async () => {
  await byItself();
  await stand();
  await waitsFor('call');
  talking('20001');
  await bench.listen('listening');
  await stops();
  await waitsFor('call');
  accept(await bench.inspector.command('unfollow', {}));
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.listen('listening');
  await stops();
  const trail = () => {
    const folder = path.join(dataFolder, 'audit');
    return checkTrail(readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })));
  };
  await expect.poll(() => trail().entries.length).toBe(4);
  const { entries, findings } = trail();
  expect(findings).toEqual([]);
  const begun = entries.filter(({ kind }) => kind === 'listenStarted');
  expect(begun).toMatchObject([{ how: 'asked', of: 'standing' }, { how: 'asked' }]);
  expect(begun[1]).not.toHaveProperty('of');
  accept(await bench.inspector.command('exportAudit', { from: 0, to: Date.UTC(2100, 0, 1) }));
  expect(bench.saved[0]?.text).toContain(',20001,standing,stopped,');
  expect(bench.saved[0]?.text).toContain(',20001,asked,stopped,');
});
