import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppState } from '../../contract/state.ts';
import { runTestAlert } from '../../main/alerts/testAlertRun.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;

const talking = { status: '7', ctiStatus: '5' };
const idle = { status: '4', ctiStatus: '1' };

beforeEach(async () => {
  simulator = await quickSimulator();
  simulator.setAgent('20001', { name: 'Li Wei', ...idle });
  bench = createBench();
  await signIn(bench, simulator);
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const requests = (name: string): number => simulator.requests.filter((request) => request.interface === name).length;
const state = (): AppState => bench.inspector.state();
const ownState = (): string | null => {
  const { session } = state();
  return session.kind === 'signedIn' ? session.ownState : null;
};
const following = async (): Promise<void> => {
  accept(await bench.inspector.command('followAgent', { workNo: '20001' }));
  await bench.until('a look at the agents', ({ roster }) => roster.kind === 'ready');
};

describe('a missed ring', () => {
  beforeEach(async () => {
    simulator.setPhone('291', { kind: 'neverAnswers' });
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    await bench.listen('ended');
  });

  test('is in the list with its agent, and on the badge', () => {
    expect(state().missedRings).toMatchObject([{ agent: { workNo: '20001' }, times: 1 }]);
    expect(bench.shown.present).toMatchObject({ badge: { mark: 'missed', count: 1 }, toast: null, sound: null, attention: false });
  });

  test('is put away by the inspector', async () => {
    accept(await bench.inspector.command('dismissMissed', { id: state().missedRings[0]?.id ?? '' }));
    expect(state().missedRings).toEqual([]);
    expect(bench.shown.present.badge).toBeNull();
  });

  test('is made good by listening again', async () => {
    await bench.until('idle again', () => ownState() === 'idle');
    simulator.setPhone('291', { kind: 'picksUp', afterMs: 50 });
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    expect(state().missedRings).toEqual([]);
    await bench.listen('listening');
  });
});

test('a ring that was picked up is not missed, and its times are known to who looks', async () => {
  accept(await bench.inspector.command('watchAlertTimes', { visible: true }));
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.listen('listening');
  expect(state().missedRings).toEqual([]);
  const [times] = state().alertTimes ?? [];
  expect(times?.surfaces.map(({ surface, result }) => `${surface} ${result}`)).toEqual(
    expect.arrayContaining(['tray shown', 'badge shown', 'attention shown', 'page shown', 'toast shown', 'sound shown']),
  );
  expect(times?.ended).not.toBeNull();
  accept(await bench.inspector.command('watchAlertTimes', { visible: false }));
  expect(state().alertTimes).toBeNull();
});

test('a ring whose event was lost on its way is told of all the same', async () => {
  simulator.setPhone('291', { kind: 'neverAnswers' });
  simulator.setHabits({ eventsLost: { share: 1, of: ['rings'] } });
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.until('the ring', ({ phoneAlert }) => phoneAlert.kind === 'ringing');
  expect(bench.log.join()).not.toContain('AgentOther_PhoneAlerting');
  expect(bench.shown.present).toMatchObject({ tray: { picture: 'ringing' }, toast: { title: 'Your phone is ringing' } });
  simulator.hangUp('291');
  await bench.listen('ended');
  expect(bench.shown.present).toMatchObject({ toast: null, sound: null, attention: false });
});

describe('following an agent', () => {
  test('asks when the agent’s call begins, though the window is hidden; "Listen" listens', async () => {
    await following();
    expect(bench.shown.present.tray?.tooltip).toContain('Following');
    simulator.setAgent('20001', talking);
    await bench.until('the question', ({ follow }) => follow.kind === 'asking');
    expect(bench.shown.present.toast).toMatchObject({ title: 'Li Wei (20001) is talking now', body: 'Listen?' });
    accept(await bench.inspector.command('listenFollowed', {}));
    await bench.listen('listening');
    expect(state().follow).toEqual({ kind: 'off' });
    expect(bench.shown.present.toast).toBeNull();
  });

  test('"not now" waits for the next call', async () => {
    await following();
    simulator.setAgent('20001', talking);
    await bench.until('the question', ({ follow }) => follow.kind === 'asking');
    accept(await bench.inspector.command('skipFollowed', {}));
    expect(state().follow.kind).toBe('armed');
    simulator.setAgent('20001', idle);
    await timePasses(400);
    simulator.setAgent('20001', talking);
    await bench.until('the question again', ({ follow }) => follow.kind === 'asking');
  });

  test('listens by itself where that is the setting, once, and the alert says so', async () => {
    accept(await bench.inspector.command('changeSettings', { settings: { followMode: 'listen' } }));
    await following();
    simulator.setAgent('20001', talking);
    await bench.listen('listening');
    expect(bench.shown.toasts.map(({ body }) => body)).toEqual([
      'You follow this agent. Earshot is calling your phone.',
      'You follow Li Wei (20001), whose call has begun. Pick up to listen.',
    ]);
    expect(requests('addSupervise')).toBe(1);
    expect(state().follow).toEqual({ kind: 'off' });
  });

  test('is refused for an agent who is on a call already', async () => {
    await following();
    simulator.setAgent('20001', talking);
    await bench.until('the question', ({ follow }) => follow.kind === 'asking');
    expect(await bench.inspector.command('followAgent', { workNo: '20001' })).toMatchObject({
      ok: false,
      problem: { code: 'agent-on-call' },
    });
  });

  test('looks at the agents only as long as it waits', async () => {
    await following();
    accept(await bench.inspector.command('unfollow', {}));
    await timePasses(300);
    const looks = requests('onlineAgentOnVdn') + requests('allAgentStatus');
    await timePasses(500);
    expect(requests('onlineAgentOnVdn') + requests('allAgentStatus')).toBe(looks);
  });

  test('ends with a word when the inspector listens to another agent', async () => {
    await following();
    accept(await bench.inspector.command('listen', { workNo: '20002' }));
    const { notices } = await bench.until('the end', ({ follow }) => follow.kind === 'off');
    expect(notices).toContainEqual({
      id: 'follow-ended',
      kind: 'followEnded',
      why: 'otherListen',
      agent: { workNo: '20001', name: 'Li Wei' },
    });
  });

  test('ends with a word when the session ends', async () => {
    await following();
    accept(await bench.inspector.command('signOut', {}));
    expect(state().notices).toMatchObject([{ kind: 'followEnded', why: 'sessionOver', agent: { workNo: '20001' } }]);
  });
});

test('the test alert goes through every surface and says what came of each', async () => {
  const { status, lines } = await runTestAlert(bench.inspector);
  expect(status).toBe(0);
  expect(lines).toHaveLength(9);
  expect(lines.at(-1)).toBe('do not disturb: off');
  expect(bench.shown.present).toMatchObject({ toast: null, sound: null, window: null, raise: false, attention: false, page: false });
});

test('a linked phone is signed in as such, and picked up by software', async () => {
  await bench.inspector.close();
  bench = createBench({ administered: { machine: { phoneLinkage: true, alertWindow: 'always' } } });
  await signIn(bench, simulator);
  simulator.setPhone('291', { kind: 'neverAnswers' });
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.listen('ringing');
  expect(bench.shown.present.window?.buttons[0]).toEqual({ action: 'answerPhone', words: 'Answer' });
  accept(await bench.inspector.command('answerPhone', {}));
  await bench.listen('listening');
});
