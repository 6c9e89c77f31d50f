import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Administered } from '../../main/settings/administered.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, signInOf, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const gateway = (): string => `127.0.0.1:${String(simulator.port)}`;

function start(policy: Record<string, unknown> = {}, more: BenchOptions = {}): void {
  bench = createBench({ ...more, administered: { policy } });
}

/** The administrator changes their mind, and the computer is unlocked. */
function administer(administered: Partial<Administered>): void {
  bench.administer(administered);
  bench.sleep(0);
}

const notices = (): readonly string[] => bench.inspector.state().notices.map(({ id }) => id);

describe('a gateway that the administrator set', () => {
  test('stands in the form and is the one that is signed in to, whatever was sent', async () => {
    start({ gateway: gateway() });
    expect(bench.inspector.state().form.gatewayAddress).toBe(gateway());
    await signIn(bench, simulator, { gatewayAddress: 'elsewhere.invalid:8043' });
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedIn', gateway: gateway() });
  });

  test('a session that was kept for another gateway is not taken up, one for it is', async () => {
    start();
    await signIn(bench, simulator);
    const content = structuredClone(bench.disk.content);
    expect(content['savedSession']).toMatchObject({ gatewayAddress: gateway() });
    await bench.inspector.close();

    start({ gateway: 'other.invalid:8043' }, { disk: structuredClone(content) });
    bench.inspector.start();
    expect(bench.inspector.state().session.kind).toBe('signedOut');
    expect(bench.disk.content['savedSession']).toBeNull();
    await bench.inspector.close();

    start({ gateway: gateway() }, { disk: content });
    bench.inspector.start();
    await bench.session('resuming');
  });
});

describe('features that the administrator switched off', () => {
  test('listening is refused in words, and the gateway is not asked', async () => {
    start({ listenAllowed: false });
    await signIn(bench, simulator);
    simulator.setAgent('20001', { state: 'talking' });
    const answer = await bench.inspector.command('listen', { workNo: '20001' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'listen-not-allowed' } });
    expect(simulator.requests.filter(({ path }) => path.includes('addsupervise'))).toEqual([]);
  });

  test('following is refused in words', async () => {
    start({ followAllowed: false });
    await signIn(bench, simulator);
    const answer = await bench.inspector.command('followAgent', { workNo: '20001' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'follow-not-allowed' } });
    const plan = { targets: [{ kind: 'agent' as const, agent: '20001' }], time: { kind: 'hours' as const, hours: 1 }, listens: null };
    expect(await bench.inspector.command('standingListen', { plan })).toMatchObject({ ok: false, problem: { code: 'follow-not-allowed' } });
  });
});

describe('features that go with another', () => {
  test('nobody is followed where nobody may be listened to', async () => {
    start({ listenAllowed: false });
    await signIn(bench, simulator);
    const answer = await bench.inspector.command('followAgent', { workNo: '20001' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'listen-not-allowed' } });
  });
});

describe('the audit trail as a table', () => {
  const everything = { from: 0, to: Date.UTC(2100, 0, 1) };

  test('is refused in words where the administrator switched it off, and no file is offered', async () => {
    start({ exportAllowed: false });
    const answer = await bench.inspector.command('exportAudit', everything);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'export-not-allowed' } });
    expect(bench.saved).toEqual([]);
  });
});

describe('policies that change while Earshot runs', () => {
  test('count when the computer wakes up or is unlocked', async () => {
    start();
    administer({ policy: { alertVolume: 5 } });
    const { settings } = await bench.until('the new volume', (state) => state.settings.values.alertVolume === 5);
    expect(settings.locked).toEqual(['alertVolume']);
  });

  test('following that is switched off ends the follow that goes on, with a word', async () => {
    simulator.setAgent('20001', { state: 'idle' });
    start();
    await signIn(bench, simulator);
    accept(await bench.inspector.command('followAgent', { workNo: '20001' }));
    administer({ policy: { followAllowed: false } });
    const { notices: said } = await bench.until('not followed', ({ follow }) => follow.kind === 'off');
    expect(said).toMatchObject([{ kind: 'followEnded', why: 'notAllowed' }]);
  });

  test('trust that is taken from the inspector ends the session that rests on it', async () => {
    start();
    await signIn(bench, simulator);
    administer({ policy: { userTrust: false } });
    await bench.until('no session', (state) => state.session.kind === 'signedOut');
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    expect((await bench.session('certificate')).question.kind).toBe('forbidden');
  });

  test('trust that stays as it was leaves the session alone', async () => {
    start();
    await signIn(bench, simulator);
    administer({ policy: { alertVolume: 5, userTrust: true } });
    await bench.until('the new volume', (state) => state.settings.values.alertVolume === 5);
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });

  test('a pin that the administrator adds is good at once', async () => {
    start({ userTrust: false });
    administer({ policy: { userTrust: false, pins: [`${gateway()}=${simulator.fingerprint}`] } });
    await bench.until('the pin', (state) => state.settings.values.pins.length === 1);
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    await bench.session('signedIn');
  });
});

describe('what of the administrator’s cannot be obeyed', () => {
  test('is told at the start and named in the state, and the defaults count', () => {
    start({ pollGap: 'quick', userTrusst: true }, {});
    const { settings } = bench.inspector.state();
    expect(settings.values.pollGap).toBe(200);
    expect(settings.wrong).toEqual([
      { name: 'pollGap', source: 'policy', why: 'doesNotFit' },
      { name: 'userTrusst', source: 'policy', why: 'unknownName' },
    ]);
    expect(notices()).toEqual(['administered-wrong']);
  });

  test('is told when it is found later, once', async () => {
    start();
    expect(notices()).toEqual([]);
    administer({ faults: ['policyUnreadable'] });
    await bench.until('the notice', () => notices().length > 0);
    administer({ faults: ['policyUnreadable'] });
    expect(notices()).toEqual(['policy-unreadable']);
  });

  test('is named by its place in a list, and the other entries count', () => {
    start({ backupGateways: ['gw2.example', 'gw3.example:99999'] });
    const { settings } = bench.inspector.state();
    expect(settings.values.backupGateways).toEqual(['gw2.example']);
    expect(settings.wrong).toEqual([{ name: 'backupGateways', source: 'policy', why: 'doesNotFit', entries: [2] }]);
    expect(notices()).toEqual(['administered-wrong']);
  });

  test.each([
    ['a pin for an address that there cannot be', { policy: { pins: [`http://gw=${'AB:'.repeat(31)}AB`] } }, 'administered-wrong'],
    ['a settings file that cannot be read', { faults: ['machineFileDamaged'] }, 'machine-file-damaged'],
    ['policies that cannot be read', { faults: ['policyUnreadable'] }, 'policy-unreadable'],
  ] as const)('keeps inspectors from trusting while it may be about trust, and says so: %s', async (_, administered, notice) => {
    bench = createBench({ administered });
    expect(notices()).toEqual([notice, 'trust-closed']);
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    expect(question.kind).toBe('forbidden');
    const answer = await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint });
    expect(answer.ok).toBe(false);
  });

  test('leaves the policies in force that were read before', async () => {
    start({ alertVolume: 5 });
    await signIn(bench, simulator);
    administer({ faults: ['policyUnreadable'] });
    await bench.until('the notice', () => notices().length > 0);
    expect(bench.inspector.state()).toMatchObject({
      settings: { values: { alertVolume: 5, userTrust: true } },
      session: { kind: 'signedIn' },
    });
    expect(notices()).toEqual(['policy-unreadable']);
  });

  test('an inspector’s own old choice that does not fit any more is no administrator’s matter', () => {
    bench = createBench({ disk: { settings: { alertVolume: 'loud' } } });
    expect(bench.inspector.state().settings.wrong).toEqual([{ name: 'alertVolume', source: 'user', why: 'doesNotFit' }]);
    expect(notices()).toEqual([]);
  });
});
