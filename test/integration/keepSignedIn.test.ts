import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import {
  accept,
  createBench,
  quickSimulator,
  readableBox,
  signIn,
  signInOf,
  type Bench,
  type BenchOptions,
} from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let benches: Bench[] = [];

beforeEach(async () => {
  simulator = await quickSimulator();
});

afterEach(async () => {
  for (const bench of benches) await bench.inspector.close();
  benches = [];
  await simulator.close();
});

function bench(options: BenchOptions = {}): Bench {
  const made = createBench(options);
  benches.push(made);
  return made;
}

const requests = (name: string) => simulator.requests.filter((request) => request.interface === name);
const persisted = (of: Bench): unknown => of.disk.content['keptSignIn'] ?? null;
const keeping = { keepSignedIn: true };
/** Another run with what the first left on the disk, but without its session. */
const nextRun = (first: Bench, more: Record<string, unknown> = {}, options: BenchOptions = {}): Bench =>
  bench({ disk: { ...structuredClone(first.disk.content), savedSession: null, ...more }, ...options });

describe('"Keep me signed in"', () => {
  test('is off unless chosen: after a sign-in the password is nowhere', async () => {
    const first = bench();
    expect(first.inspector.state().keepSignedIn).toBe('off');
    await signIn(first, simulator);
    expect(persisted(first)).toBeNull();
    for (const written of [JSON.stringify(first.disk.content), JSON.stringify(first.inspector.state()), first.log.join('\n')]) {
      expect(written).not.toContain('Inspect-291');
      expect(written).not.toContain(Buffer.from('Inspect-291').toString('base64').slice(0, 10));
    }
  });

  test('keeps password and phone number encrypted, and nothing of it in plain form', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    expect(first.inspector.state().keepSignedIn).toBe('on');
    expect(persisted(first)).toMatchObject({ agentId: '291' });
    const written = JSON.stringify(first.disk.content) + JSON.stringify(first.inspector.state()) + first.log.join('\n');
    for (const secret of ['Inspect-291', '40291']) expect(written).not.toContain(secret);
  });

  test('signs in by itself when Earshot starts again, by plain login', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    await first.inspector.close();
    expect(persisted(first)).not.toBeNull();
    const second = nextRun(first);
    second.inspector.start();
    await second.session('signedIn');
    expect(requests('login')).toHaveLength(2);
    expect(requests('forceLogin')).toHaveLength(0);
  });

  test('without it Earshot starts with the form', async () => {
    const first = bench();
    await signIn(first, simulator);
    await first.inspector.close();
    const second = nextRun(first);
    second.inspector.start();
    await timePasses(200);
    expect(second.inspector.state().session).toEqual({ kind: 'signedOut', problem: null });
    expect(requests('login')).toHaveLength(1);
  });

  test('a session that is still alive is taken up rather than begun anew', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    const second = bench({ disk: structuredClone(first.disk.content) });
    second.inspector.start();
    await second.session('signedIn');
    expect(requests('login')).toHaveLength(1);
  });

  test('tries again by itself while the gateway is busy or away, and says when', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    await first.inspector.close();
    simulator.nextAnswer({ interface: 'login', times: 3 }, { kind: 'html', status: 502 });
    const second = nextRun(first);
    second.inspector.start();
    const waiting = await second.until(
      'the reason',
      ({ session }) => session.kind === 'resuming' && session.problem?.code === 'server-error',
    );
    expect(waiting.session.kind === 'resuming' && waiting.session.nextAttempt).not.toBeNull();
    await second.session('signedIn');
  });

  test('a session that is still alive is taken up once the keyring is unlocked, and the form waits for nobody', async () => {
    const first = bench();
    await signIn(first, simulator);
    let unlocked = false;
    const secretBox = { ...readableBox, available: () => unlocked };
    const second = bench({ disk: structuredClone(first.disk.content), secretBox });
    second.inspector.start();
    expect(second.inspector.state().session).toEqual({ kind: 'signedOut', problem: null });
    unlocked = true;
    await second.session('signedIn');
    expect(requests('login')).toHaveLength(1);
  });

  test('who signs in while the keyring is locked is not kept waiting by what an earlier run left', async () => {
    const first = bench();
    await signIn(first, simulator);
    const disk = structuredClone(first.disk.content);
    accept(await first.inspector.command('signOut', {}));
    const second = bench({ disk, secretBox: { ...readableBox, available: () => false } });
    second.inspector.start();
    await signIn(second, simulator);
    expect(requests('login')).toHaveLength(2);
  });

  test('when signed in elsewhere it asks, and never forces by itself', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    await first.inspector.close();
    const elsewhere = bench();
    await signIn(elsewhere, simulator);
    const second = nextRun(first);
    second.inspector.start();
    expect(await second.session('takeOver')).toMatchObject({ problem: { code: '100-002' } });
    expect(requests('forceLogin')).toHaveLength(0);
    accept(await second.inspector.command('takeOver', {}));
    await second.session('signedIn');
  });
});

describe('what is kept is removed', () => {
  test('by signing out', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    accept(await first.inspector.command('signOut', {}));
    expect(persisted(first)).toBeNull();
    expect(first.inspector.state().keepSignedIn).toBe('off');
  });

  test('by a sign-in without the choice', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    simulator.endSession('291');
    await first.until('the end', ({ session }) => session.kind === 'takeOver');
    accept(await first.inspector.command('cancelSignIn', {}));
    await signIn(first, simulator);
    expect(persisted(first)).toBeNull();
  });

  test('by a refused sign-in, which is not repeated', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    await first.inspector.close();
    simulator.nextAnswer({ interface: 'login' }, { kind: 'retcode', retcode: '100-004' });
    const second = nextRun(first);
    second.inspector.start();
    const { session } = await second.until('the refusal', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: '100-004' } });
    expect(persisted(second)).toBeNull();
    expect(requests('login')).toHaveLength(2);
  });

  test('where the administrator forbids it, which also takes the choice away', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    await first.inspector.close();
    const second = nextRun(first, {}, { administered: { policy: { keepSignedInAllowed: false } } });
    expect(second.inspector.state().keepSignedIn).toBe('notOffered');
    // Before anything is done with it.
    expect(persisted(second)).toBeNull();
    second.inspector.start();
    await timePasses(100);
    expect(second.inspector.state().session.kind).toBe('signedOut');
    expect(persisted(second)).toBeNull();
    await signIn(second, simulator, keeping);
    expect(persisted(second)).toBeNull();
  });

  test('when it no longer decrypts, which is said', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    await first.inspector.close();
    const second = nextRun(first, {}, { secretBox: { ...readableBox, open: () => null } });
    second.inspector.start();
    const { session } = await second.until('the words', (state) => state.session.kind === 'signedOut' && state.session.problem !== null);
    expect(session).toMatchObject({ problem: { code: 'kept-sign-in-unreadable' } });
    expect(persisted(second)).toBeNull();
  });

  test('and never was, where the system has no real encryption', async () => {
    const first = bench({ secretBox: { ...readableBox, available: () => false } });
    expect(first.inspector.state().keepSignedIn).toBe('notOffered');
    await signIn(first, simulator, keeping);
    expect(persisted(first)).toBeNull();
  });
});

describe('a session that ends without the inspector’s wish', () => {
  test('past two minutes without contact is begun anew with the kept password', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    simulator.endSession('291');
    first.sleep(180_000);
    await expect.poll(() => requests('login').length).toBe(2);
    await first.session('signedIn');
    expect(requests('forceLogin')).toHaveLength(0);
  });

  test('with a Guid that is refused waits for the gateway to give the own session up, instead of asking to take over', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    for (const name of ['getAgentEvent', 'getAgentStatus', 'updateGuid']) {
      simulator.nextAnswer({ interface: name, times: 50 }, { kind: 'retcode', retcode: '000-003' });
    }
    // The gateway still holds the session: a plain sign-in is refused as signed in elsewhere.
    await expect.poll(() => requests('login').length).toBeGreaterThan(2);
    expect(first.inspector.state().session).toMatchObject({ kind: 'resuming' });
    simulator.behave();
    simulator.endSession('291');
    await first.session('signedIn');
    expect(requests('forceLogin')).toHaveLength(0);
  });

  test('past two minutes without a kept password says so, and asks', async () => {
    const first = bench();
    await signIn(first, simulator);
    simulator.nextAnswer({ interface: 'getAgentEvent' }, { kind: 'closeSocket', when: 'beforeHandling' });
    simulator.nextAnswer({ interface: 'getAgentStatus', times: 3 }, { kind: 'closeSocket', when: 'beforeHandling' });
    first.sleep(180_000);
    simulator.endSession('291');
    const { session } = await first.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ problem: { code: '100-006', meaning: 'session-timed-out' } });
    expect(requests('login')).toHaveLength(1);
  });

  test('by another sign-in is not fought, kept password or not: taking over is offered', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    const elsewhere = bench();
    await signIn(elsewhere, simulator, { takeOver: true });
    expect(await first.session('takeOver')).toMatchObject({ problem: { code: '100-006' } });
    await timePasses(300);
    // The first's, the other's, and its taking over: nothing more.
    expect([requests('login').length, requests('forceLogin').length]).toEqual([2, 1]);
    expect(elsewhere.inspector.state().session.kind).toBe('signedIn');
    accept(await first.inspector.command('takeOver', {}));
    await first.session('signedIn');
  });

  test('by another sign-in without a kept password: the form takes over with one press', async () => {
    const first = bench();
    await signIn(first, simulator);
    const elsewhere = bench();
    await signIn(elsewhere, simulator, { takeOver: true });
    const { session } = await first.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ offer: 'takeOver', problem: { code: '100-006' } });
    accept(await first.inspector.command('signIn', signInOf(simulator, { takeOver: true })));
    await first.session('signedIn');
    await elsewhere.until('the other end', (state) => state.session.kind === 'signedOut');
  });

  test('by an inspector’s word is said so, and not begun anew', async () => {
    const first = bench();
    await signIn(first, simulator, keeping);
    simulator.pushEvent('291', 'AgentOther_ShutdownService', { loginTime: '1' });
    await expect.poll(() => first.log.join('\n')).toContain('AgentOther_ShutdownService');
    simulator.endSession('291');
    const { session } = await first.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ problem: { meaning: 'signed-out-there' } });
    expect(requests('login')).toHaveLength(1);
  });
});
