import { describe, expect } from 'vitest';
import { accept, signInOf } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';
import { eventually, scenario, type Stage } from './stage.ts';

async function over({ bench }: Stage, code: string): Promise<void> {
  const { session } = await bench.until('the end of the session', (state) => state.session.kind === 'signedOut');
  expect(session.kind === 'signedOut' ? session.problem?.code : undefined).toBe(code);
}

/** A fighting client would sign in by itself, and the two would throw each other out forever. */
async function doesNotFight({ requests }: Stage): Promise<void> {
  const signIns = (): number => requests('login').length + requests('forceLogin').length;
  const before = signIns();
  await timePasses(300);
  expect(signIns()).toBe(before);
}

describe('the Guid', () => {
  scenario('guid-rotated-mid-request', 'nothing, and a listen works throughout', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('listening');
    await eventually(() => requests('getAgentEvent').filter((poll) => poll.answer?.setGuid === true).length).toBeGreaterThan(1);
    expect(bench.inspector.state()).toMatchObject({ listen: { kind: 'listening' }, session: { connection: { kind: 'live' } } });
  });

  scenario('guid-rotated-hard', 'nothing: the held poll brought the new one', async ({ bench, listen, requests }) => {
    await eventually(() => requests('getAgentEvent').some((poll) => poll.answer?.setGuid === true)).toBe(true);
    await eventually(() => bench.log.join('\n')).toContain('AgentOther_Note');
    await listen();
    await bench.listen('listening');
  });

  scenario(
    'link-lost-past-guid',
    'reconnecting, then over: 000-003',
    async (stage) => {
      await stage.bench.until('reconnecting', ({ session }) => session.kind === 'signedIn' && session.connection.kind === 'reconnecting');
      await over(stage, '000-003');
      await doesNotFight(stage);
    },
    {
      faults: true,
      factor: 25,
      timings: {
        poll: {
          deadline: 700,
          holdMargin: 300,
          shortHold: 50,
          probeDeadline: 200,
          gapAfterEvent: 5,
          gapAfterNothing: 10,
          backOffBase: 20,
          backOffCap: 200,
        },
      },
    },
  );

  scenario('guid-expired', 'the session is over: 000-003', async (stage) => {
    await over(stage, '000-003');
    await doesNotFight(stage);
  });

  scenario('guid-race', 'live again by itself', async ({ bench, live, requests }) => {
    await eventually(() => requests('getAgentEvent').filter((poll) => poll.answer?.retcode === '000-003').length).toBe(4);
    await live();
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });
});

describe('the end of the session', () => {
  scenario('kicked', 'signed out elsewhere; it does not fight', async (stage) => {
    await over(stage, '100-006');
    await doesNotFight(stage);
  });

  scenario('kicked-mid-listen', 'the listen has ended with the session', async (stage) => {
    await stage.listen();
    await stage.bench.listen('listening');
    await over(stage, '100-006');
    expect(stage.bench.inspector.state().listen).toMatchObject({ kind: 'ended', outcome: 'sessionOver' });
    expect(stage.bench.shown.present.attention).toBe(false);
    await doesNotFight(stage);
  });

  scenario('timed-out', 'signed out; signing in again works', async (stage) => {
    await over(stage, '100-006');
    await stage.signIn();
    await stage.live();
  });

  scenario(
    'signed-in-elsewhere',
    'a question; taking over signs in here',
    async ({ bench, simulator, requests }) => {
      accept(await bench.inspector.command('signIn', signInOf(simulator())));
      const { question } = await bench.session('certificate');
      accept(await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
      expect(await bench.session('takeOver')).toMatchObject({ problem: { code: '100-002' } });
      expect(requests('forceLogin')).toHaveLength(0);
      accept(await bench.inspector.command('takeOver', {}));
      await bench.session('signedIn');
    },
    { begins: 'signedOut' },
  );
});

describe('switch-over', () => {
  scenario('dr-switch-over', 'why it waits, then live again without a new sign-in', async ({ bench, live, requests }) => {
    await bench.until('105-002', ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === '105-002');
    await live();
    expect(requests('login')).toHaveLength(1);
  });

  scenario('dr-gave-up', 'sign in again, which works', async (stage) => {
    await over(stage, '105-005');
    await stage.bench.inspector.command('signIn', signInOf(stage.simulator()));
    expect(await stage.bench.session('takeOver')).toMatchObject({ problem: { code: '100-002' } });
    accept(await stage.bench.inspector.command('takeOver', {}));
    await stage.live();
  });

  scenario('moving-servers', 'why it waits, then live again', async ({ bench, live }) => {
    await bench.until('000-004', ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === '000-004');
    await live();
  });
});
