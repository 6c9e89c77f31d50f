import type { X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeCertificate } from '../../main/gateway/seenCertificate.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, readableBox, signIn, signInOf, type Bench } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await quickSimulator();
  bench = createBench();
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const interfaces = (): (string | undefined)[] => simulator.requests.map((request) => request.interface);

describe('the gateway’s certificate', () => {
  test('one that is not trusted is shown before anything is sent', async () => {
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    expect(question).toMatchObject({ kind: 'unknown', certificate: { fingerprint: simulator.fingerprint } });
    expect(simulator.requests).toHaveLength(0);
  });

  test('once accepted it is pinned: the next sign-in asks nothing', async () => {
    await signIn(bench, simulator);
    accept(await bench.inspector.command('signOut', {}));
    const asked: string[] = [];
    bench.inspector.onState((state) => asked.push(state.session.kind));
    await signIn(bench, simulator);
    expect(asked).not.toContain('certificate');
  });

  test('trusting another fingerprint than the one shown does nothing', async () => {
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    await bench.session('certificate');
    const answer = await bench.inspector.command('trustCertificate', { fingerprint: '00:11' });
    expect(answer.ok).toBe(false);
    expect(bench.inspector.state().session.kind).toBe('certificate');
  });

  test('another certificate than the pinned one is a hard stop that names both, and nothing is sent', async () => {
    await signIn(bench, simulator);
    const { disk } = bench;
    const before = simulator.fingerprint;
    await bench.inspector.close();
    await simulator.close();
    simulator = await quickSimulator({ port: simulator.port, certificate: {} });
    bench = createBench({ disk: disk.content });
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    expect(question).toMatchObject({
      kind: 'changed',
      trusted: [{ fingerprint: before, decidedBy: 'inspector' }],
      certificate: { fingerprint: simulator.fingerprint },
    });
    expect(simulator.requests).toHaveLength(0);
  });
});

describe('a certificate that is out of its time', () => {
  test.each([
    ['expired', { validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') }, 'expired'],
    ['not valid yet', { validFrom: new Date('2090-01-01'), validTo: new Date('2091-01-01') }, 'notYetValid'],
  ])('%s: cannot be trusted, and nothing is sent', async (_name, certificate, reason) => {
    await simulator.close();
    simulator = await quickSimulator({ certificate });
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    expect(question).toMatchObject({ kind: 'notValid', certificateError: { reason } });
    expect(await bench.inspector.command('trustCertificate', { fingerprint: simulator.fingerprint })).toMatchObject({ ok: false });
    expect(simulator.requests).toHaveLength(0);
  });
});

describe('signing in', () => {
  test('is accepted with what the document’s sample sends, and is followed by the poll', async () => {
    await signIn(bench, simulator);
    await expect.poll(interfaces).toEqual(expect.arrayContaining(['login', 'getAgentEvent']));
    expect(simulator.sessionOf('291')).toMatchObject({ signedIn: true });
  });

  test.each([1, 2] as const)('works with AUTHMODE %i, and goes on after the Guid was renewed', async (authMode) => {
    await simulator.close();
    simulator = await quickSimulator({ authMode, timings: { guidInterval: 150, guidTimeout: 400, pollHold: 100 } });
    await signIn(bench, simulator);
    await timePasses(1_200);
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedIn', connection: { kind: 'live' } });
    expect(await bench.inspector.command('goIdle', {})).toEqual({ ok: true });
  });

  test('the wrong password is said in words, with the code', async () => {
    accept(await bench.inspector.command('signIn', signInOf(simulator, { password: 'wrong' })));
    const { question } = await bench.session('certificate');
    accept(await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
    const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: '100-004', meaning: '100-004' } });
  });

  test.each([
    [{ gatewayAddress: 'http://gw' }, 'bad-address'],
    [{ gatewayAddress: '' }, 'bad-address'],
    [{ gatewayAddress: '0127.0.0.1' }, 'bad-ip-address'],
    [{ gatewayAddress: 'fd00::5' }, 'bad-ip-address'],
    [{ agentId: '\u200b' }, 'bad-agent-id'],
    [{ phoneNumber: '\u202d \u202c' }, 'no-phone-number'],
    [{ agentId: 'abc' }, 'bad-agent-id'],
    [{ password: '' }, 'no-password'],
    [{ phoneNumber: ' ' }, 'no-phone-number'],
  ])('%j is refused before anything is sent: %s', async (more, code) => {
    expect(await bench.inspector.command('signIn', signInOf(simulator, more))).toMatchObject({ ok: false, problem: { code } });
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedOut', problem: { code } });
  });

  test('a port where nobody listens is said in words', async () => {
    const gone = await quickSimulator();
    await gone.close();
    const { port } = gone;
    accept(await bench.inspector.command('signIn', signInOf(simulator, { gatewayAddress: `127.0.0.1:${String(port)}` })));
    const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: 'connection-refused' } });
  });

  test.each([
    ['a web page', { kind: 'html' }, 'web-page'],
    ['a redirect', { kind: 'redirect', location: 'https://portal.example/' }, 'redirected'],
    ['JSON that stops in the middle', { kind: 'truncatedJson' }, 'not-an-answer'],
    ['no retcode', { kind: 'dropFields', fields: ['retcode'] }, 'not-an-answer'],
    ['success without a Guid', { kind: 'answer', status: 200, body: '{"message":"","retcode":"0","result":{}}' }, 'no-guid'],
    ['a locked account', { kind: 'retcode', retcode: '110-016' }, '110-016'],
    ['a code that no document names', { kind: 'retcode', retcode: '777-001' }, '777-001'],
  ] as const)('%s as the answer is said in words', async (_name, what, code) => {
    simulator.nextAnswer({ interface: 'login' }, what);
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    accept(await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
    const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code } });
  });

  test('a server that does not speak HTTPS is said in words', async () => {
    const plain = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    accept(await bench.inspector.command('signIn', signInOf(simulator, { gatewayAddress: `127.0.0.1:${String(port)}` })));
    const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: 'not-https' } });
    await new Promise((resolve) => plain.close(resolve));
  });

  test('a name that no network knows is said in words', async () => {
    accept(await bench.inspector.command('signIn', signInOf(simulator, { gatewayAddress: 'no-such-gateway.invalid' })));
    const { session } = await bench.until('a refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: 'host-not-found' } });
  });

  test('signed in elsewhere: taking over is offered, and ends the other session', async () => {
    const other = createBench();
    await signIn(other, simulator);
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    accept(await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
    expect(await bench.session('takeOver')).toMatchObject({ problem: { code: '100-002' } });
    accept(await bench.inspector.command('takeOver', {}));
    await bench.session('signedIn');
    const { session } = await other.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ problem: { code: '100-006' } });
    expect(interfaces().filter((name) => name === 'forceLogin')).toHaveLength(1);
    await other.inspector.close();
  });

  test('a sign-in that is left while the gateway thinks leaves no session behind', async () => {
    simulator.nextAnswer({ interface: 'login' }, { kind: 'delay', ms: 300, when: 'beforeHandling' });
    accept(await bench.inspector.command('signIn', signInOf(simulator)));
    const { question } = await bench.session('certificate');
    accept(await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
    await expect.poll(() => simulator.requests.length).toBeGreaterThan(0);
    accept(await bench.inspector.command('cancelSignIn', {}));
    expect(bench.inspector.state().session).toEqual({ kind: 'signedOut', problem: null });
    await expect.poll(() => interfaces().includes('logout')).toBe(true);
    await expect.poll(() => simulator.sessionOf('291').signedIn).toBe(false);
  });

  test('what is kept afterwards holds neither password, phone number nor plain Guid', async () => {
    await signIn(bench, simulator);
    await bench.until('a written session', () => JSON.stringify(bench.disk.content).includes('savedSession'));
    const everything = JSON.stringify(bench.disk.content) + bench.log.join('\n') + JSON.stringify(bench.inspector.state());
    for (const secret of ['Inspect-291', '40291', '.AgentGateway0']) expect(everything).not.toContain(secret);
  });
});

describe('a keychain that is locked', () => {
  test('does not keep from signing in', async () => {
    const locked = createBench({
      secretBox: {
        ...readableBox,
        seal: () => {
          throw new Error('locked');
        },
      },
    });
    await signIn(locked, simulator);
    expect(locked.inspector.state().session.kind).toBe('signedIn');
    await locked.inspector.close();
  });
});

describe('a certificate that names nobody', () => {
  test('is a question like any other', () => {
    const seen = describeCertificate(
      {
        subject: undefined,
        issuer: undefined,
        validFrom: 'never',
        validTo: 'x',
        fingerprint256: 'AA',
        serialNumber: '01',
        subjectAltName: undefined,
      } as unknown as X509Certificate,
      [],
    );
    expect(seen).toEqual({
      subject: '',
      issuer: '',
      validFrom: 0,
      validTo: 0,
      fingerprint: 'AA',
      serialNumber: '01',
      key: '',
      names: [],
      chain: [],
    });
  });
});

describe('leaving', () => {
  test('over a connection that breaks is tried once more', async () => {
    await signIn(bench, simulator);
    simulator.nextAnswer({ interface: 'logout' }, { kind: 'closeSocket', when: 'beforeHandling' });
    accept(await bench.inspector.command('signOut', {}));
    expect(simulator.sessionOf('291').signedIn).toBe(false);
    expect(bench.inspector.state().session).toEqual({ kind: 'signedOut', problem: null });
  });

  test('without the gateway’s word is said', async () => {
    await signIn(bench, simulator);
    simulator.nextAnswer({ interface: 'logout', times: 2 }, { kind: 'closeSocket', when: 'beforeHandling' });
    accept(await bench.inspector.command('signOut', {}));
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedOut', problem: { code: 'sign-out-unconfirmed' } });
  });

  test('signing out ends the session at the gateway', async () => {
    await signIn(bench, simulator);
    accept(await bench.inspector.command('signOut', {}));
    expect(simulator.sessionOf('291').signedIn).toBe(false);
    expect(bench.inspector.state().session).toEqual({ kind: 'signedOut', problem: null });
    expect(bench.disk.content['savedSession']).toBeNull();
  });

  test('quitting while listening ends the listen and the session', async () => {
    simulator.setAgent('20001', { status: '7', ctiStatus: '5' });
    await signIn(bench, simulator);
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    await bench.listen('listening');
    await bench.inspector.close();
    expect(simulator.sessionOf('291')).toMatchObject({ signedIn: false, listen: null });
  });

  test('a gateway that does not answer does not keep Earshot from leaving', async () => {
    await signIn(bench, simulator);
    simulator.nextAnswer({ interface: 'logout' }, { kind: 'delay', ms: 60_000, when: 'beforeHandling' });
    const began = bench.now();
    await bench.inspector.close();
    // Far less than the gateway would take, also on a busy machine.
    expect(bench.now() - began).toBeLessThan(30_000);
  });
});

describe('starting again', () => {
  test('a session that is still alive is taken up without a password', async () => {
    await signIn(bench, simulator);
    // Killed: nothing was ended at the gateway.
    const second = createBench({ disk: structuredClone(bench.disk.content) });
    second.inspector.start();
    await second.until('signed in', (state) => state.session.kind === 'signedIn' && state.session.ownState === 'idle');
    expect(interfaces().filter((name) => name === 'login')).toHaveLength(1);
    await second.inspector.close();
  });

  test('a gateway that is busy for a moment is asked again', async () => {
    await signIn(bench, simulator);
    const disk = structuredClone(bench.disk.content);
    simulator.nextAnswer({ interface: 'getAgentStatus' }, { kind: 'retcode', retcode: '105-002' });
    const second = createBench({ disk });
    second.inspector.start();
    await second.session('signedIn');
    await second.inspector.close();
  });

  test('a session that is left while it is taken up is ended at the gateway', async () => {
    await signIn(bench, simulator);
    const second = createBench({ disk: structuredClone(bench.disk.content) });
    simulator.nextAnswer({ interface: 'getAgentStatus' }, { kind: 'delay', ms: 200, when: 'beforeHandling' });
    second.inspector.start();
    await second.session('resuming');
    await second.inspector.close();
    expect(simulator.sessionOf('291').signedIn).toBe(false);
    expect(second.disk.content['savedSession']).toBeNull();
  });

  test('a session that the gateway has ended is not, and says so', async () => {
    await signIn(bench, simulator);
    const disk = structuredClone(bench.disk.content);
    simulator.endSession('291');
    const second = createBench({ disk });
    second.inspector.start();
    const { session } = await second.until('the refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: '100-006' } });
    expect(second.disk.content['savedSession']).toBeNull();
  });

  test('without real encryption nothing is stored, so nothing is taken up', async () => {
    const plain = createBench({ secretBox: { ...readableBox, available: () => false } });
    await signIn(plain, simulator);
    expect(JSON.stringify(plain.disk.content)).not.toContain('lastPoll');
    await plain.inspector.close();
  });
});
