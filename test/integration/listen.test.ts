import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, watchRoster, type Bench } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
  simulator.setAgent('20001', { name: 'Li Wei', status: '7', ctiStatus: '5' });
  bench = createBench();
  await signIn(bench, simulator);
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const listen = async (): Promise<void> => accept(await bench.inspector.command('listen', { workNo: '20001' }));
const requests = (name: string) => simulator.requests.filter((request) => request.interface === name);

describe('the listening interface, to the letter', () => {
  test('one PUT without a body, with both headers, to addsupervise', async () => {
    await listen();
    await bench.listen('listening');
    expect(requests('addSupervise')).toMatchObject([
      {
        method: 'PUT',
        path: '/agentgateway/resource/qualitycontrol/291/addsupervise/20001',
        contentType: 'application/json; charset=UTF-8',
        guidHeader: 'present',
        bodyLength: 0,
        answer: { retcode: '0' },
      },
    ]);
  });

  test('stop is DELETE without a verb in the path', async () => {
    await listen();
    await bench.listen('listening');
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped' });
    expect(requests('stopSuperviseOrInsert')).toMatchObject([
      { method: 'DELETE', path: '/agentgateway/resource/qualitycontrol/291/20001' },
    ]);
    await bench.until('idle again', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'idle');
  });

  test.each(['100-006', '900-001', '900-002', '900-003', '900-005'])('%s is shown in words with its code', async (retcode) => {
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'retcode', retcode });
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: retcode } });
  });
});

test('a listen is written down before the gateway hears of it, and struck out with its end', async () => {
  const persisted = (): unknown => (bench.disk.content['savedSession'] as { listen: unknown }).listen;
  const atRequest: unknown[] = [];
  simulator.onRequest(({ record }) => {
    if (record.interface === 'addSupervise') atRequest.push(persisted());
    return Promise.resolve();
  });
  await listen();
  await bench.listen('listening');
  expect(atRequest).toEqual([{ workNo: '20001', heard: false }]);
  expect(persisted()).toEqual({ workNo: '20001', heard: true });
  accept(await bench.inspector.command('stopListening', {}));
  await bench.listen('ended');
  expect(persisted()).toBeNull();
});

describe('the steps of a listen', () => {
  test('calling, ringing, listening: in that order, named by the agent', async () => {
    const roster = watchRoster(bench);
    await expect.poll(() => roster.rows().size).toBeGreaterThan(0);
    await listen();
    expect(await bench.listen('listening')).toMatchObject({ agent: { workNo: '20001', name: 'Li Wei' } });
    expect(bench.listenSteps).toEqual(['idle', 'requesting', 'calling', 'ringing', 'listening']);
  });

  test('when the phone rings the tray, a toast and attention say so, and all of it ends with the ring', async () => {
    const roster = watchRoster(bench);
    await expect.poll(() => roster.rows().size).toBeGreaterThan(0);
    await listen();
    await bench.listen('ringing');
    expect(bench.shown.present).toMatchObject({
      tray: { picture: 'ringing', tooltip: 'Earshot · Your phone is ringing: Li Wei (20001)' },
      toast: { body: 'Pick up to listen to Li Wei (20001).' },
      attention: true,
    });
    await bench.listen('listening');
    expect(bench.shown.present).toMatchObject({ tray: { picture: 'listening' }, toast: null, attention: false });
    expect(bench.shown.toasts).toHaveLength(1);
  });

  test('a long-call phone is heard without a ring', async () => {
    simulator.setPhone('291', { kind: 'longCall' });
    await listen();
    await bench.listen('listening');
    expect(bench.listenSteps).not.toContain('ringing');
  });

  test('a phone that nobody picks up is given up after the ring time-out, and the gateway is told', async () => {
    simulator.setPhone('291', { kind: 'neverAnswers' });
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'notAnswered' });
    expect(requests('stopSuperviseOrInsert')).toHaveLength(1);
    expect(simulator.sessionOf('291').listen).toBeNull();
  });

  test('a phone that declines ends the listen with words', async () => {
    simulator.setPhone('291', { kind: 'declines', afterMs: 50, phoneState: 2 });
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'declined', problem: { code: 'phone-declined' } });
  });

  test('a phone that is busy ends the listen with words', async () => {
    simulator.setPhone('291', { kind: 'busy' });
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'phoneUnavailable' });
  });

  test('an unplugged phone is refused with 900-003', async () => {
    simulator.setPhone('291', { kind: 'unplugged' });
    await listen();
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: '900-003' } });
  });

  test('hanging up the own phone ends it', async () => {
    await listen();
    await bench.listen('listening');
    simulator.hangUp('291');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'hungUp' });
  });

  test('the end of the customer’s call ends it', async () => {
    await listen();
    await bench.listen('listening');
    simulator.endCall('20001');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide' });
  });

  test('after one listen the next can begin', async () => {
    for (const workNo of ['20001', '20002']) {
      simulator.setAgent(workNo, { status: '7', ctiStatus: '5' });
      await bench.until('idle', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'idle');
      accept(await bench.inspector.command('listen', { workNo }));
      await bench.until(`hearing ${workNo}`, ({ listen: now }) => now.kind === 'listening' && now.agent.workNo === workNo);
      accept(await bench.inspector.command('stopListening', {}));
      await bench.listen('ended');
    }
  });
});

describe('when the inspector is not idle', () => {
  test('listening is refused with words, without asking the gateway; "Go idle" helps', async () => {
    simulator.pushEvent('291', 'AgentState_SetNotReady_Success', { reason: '200' });
    await bench.until('busy', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'busy');
    expect(await bench.inspector.command('listen', { workNo: '20001' })).toMatchObject({ ok: false, problem: { code: 'not-idle' } });
    expect(requests('addSupervise')).toHaveLength(0);
    accept(await bench.inspector.command('goIdle', {}));
    await bench.until('idle', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'idle');
    expect(requests('sayFree')).toHaveLength(1);
  });
});

describe('when the answer is lost', () => {
  test('after the gateway took the request, the events and a query settle it, and nothing is sent twice', async () => {
    simulator.setPhone('291', { kind: 'picksUp', afterMs: 600 });
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'closeSocket', when: 'afterHandling' });
    await listen();
    await bench.listen('listening');
    expect(requests('addSupervise')).toHaveLength(1);
  });

  test('before the gateway took it, a query says that nothing was started', async () => {
    // The sign-in's own "idle", coming after the request, would leave open whether the listen was over already.
    await expect.poll(() => bench.log.join()).toContain('AgentState_Ready');
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'closeSocket', when: 'beforeHandling' });
    await listen();
    await bench.listen('outcomeUnknown');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'notStarted', problem: { code: 'connection-lost' } });
    expect(requests('getAgentStatus').length).toBeGreaterThan(1);
    expect(requests('addSupervise')).toHaveLength(1);
  });

  test('of a stop, a query says whether it is over', async () => {
    await listen();
    await bench.listen('listening');
    simulator.nextAnswer({ interface: 'stopSuperviseOrInsert' }, { kind: 'closeSocket', when: 'beforeHandling' });
    accept(await bench.inspector.command('stopListening', {}));
    const { listen: now } = await bench.until(
      'still listening, and said',
      ({ listen: it }) => it.kind === 'listening' && it.problem !== null,
    );
    expect(now).toMatchObject({ problem: { code: 'connection-lost' } });
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped' });
  });
});

describe('events that belong to an earlier call', () => {
  test('do not end a listen that the gateway carries out', async () => {
    simulator.nextAnswer({ interface: 'getAgentEvent' }, { kind: 'delay', ms: 300, when: 'beforeHandling' });
    simulator.pushEvent('291', 'AgentState_Busy');
    simulator.pushEvent('291', 'AgentState_Ready');
    await listen();
    await bench.listen('listening');
    expect(bench.listenSteps).not.toContain('ended');
    expect(simulator.sessionOf('291').listen).toMatchObject({ workNo: '20001' });
  });

  test('nor one whose request is not answered yet', async () => {
    simulator.nextAnswer({ interface: 'addSupervise' }, { kind: 'delay', ms: 300, when: 'afterHandling' });
    await listen();
    simulator.pushEvent('291', 'AgentOther_PhoneBusy');
    await bench.listen('listening');
    expect(bench.listenSteps).not.toContain('ended');
  });
});

describe('when events are lost', () => {
  test('with a poll that slept, the end of a listen is found out after waking up', async () => {
    simulator.setPhone('291', { kind: 'longCall' });
    await listen();
    await bench.listen('listening');
    await expect.poll(() => requests('getAgentEvent').at(-1)?.answer).toBeUndefined();
    simulator.nextAnswer({ interface: 'getAgentEvent' }, { kind: 'delay', ms: 60_000, when: 'afterHandling' });
    bench.sleep(60_000);
    simulator.endCall('20001');
    await timePasses(100);
    bench.sleep(60_000);
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide' });
  });

  test('a query that fails once is asked again', async () => {
    await listen();
    await bench.listen('listening');
    simulator.nextAnswer({ interface: 'getAgentStatus', times: 2 }, { kind: 'retcode', retcode: '000-007' });
    simulator.nextAnswer({ interface: 'getAgentEvent', times: 2 }, { kind: 'closeSocket', when: 'afterHandling' });
    simulator.endCall('20001');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide' });
  });
});

test('the answer that bears an end out counts, although another sign of that end came after the question', async () => {
  await listen();
  await bench.listen('listening');
  simulator.nextAnswer({ interface: 'getAgentStatus' }, { kind: 'delay', ms: 300, when: 'afterHandling' });
  simulator.nextAnswer({ interface: 'getAgentStatus', times: 1_000 }, { kind: 'delay', ms: 600_000, when: 'beforeHandling' });
  simulator.nextAnswer({ interface: 'queryAgentInfoByWorkNo', times: 1_000 }, { kind: 'delay', ms: 600_000, when: 'beforeHandling' });
  simulator.endCall('20001');
  expect(await bench.listen('ended')).toMatchObject({ outcome: 'endedByOtherSide' });
});

describe('started again during a listen', () => {
  test('Earshot says that it goes on, and can stop it', async () => {
    await listen();
    await bench.listen('listening');
    await expect.poll(() => JSON.stringify(bench.disk.content)).toContain('"heard":true');
    const second = createBench({ disk: structuredClone(bench.disk.content) });
    second.inspector.start();
    await second.listen('listening');
    accept(await second.inspector.command('stopListening', {}));
    await second.listen('ended');
    expect(simulator.sessionOf('291').listen).toBeNull();
    await second.inspector.close();
  });
});

describe('a ring without a listen', () => {
  test('while listening to somebody is shown too', async () => {
    await listen();
    await bench.listen('listening');
    simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
    const { phoneAlert } = await bench.until('a ring', (state) => state.phoneAlert.kind === 'ringing');
    expect(phoneAlert).toMatchObject({ agent: null });
    expect(bench.inspector.state().listen.kind).toBe('listening');
  });

  test('is shown for what it is, and ends', async () => {
    simulator.pushEvent('291', 'AgentOther_PhoneAlerting');
    await bench.until('a ring', (state) => state.phoneAlert.kind === 'ringing');
    expect(bench.shown.present).toMatchObject({ attention: true, toast: { body: 'No listen is pending in Earshot.' } });
    simulator.pushEvent('291', 'AgentOther_PhoneRelease', { phoneState: 3 });
    await bench.until('quiet', (state) => state.phoneAlert.kind === 'none');
    expect(bench.shown.present).toMatchObject({ attention: false, toast: null });
  });
});
