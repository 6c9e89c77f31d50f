import { describe, expect } from 'vitest';
import { listenTimings } from '../../main/listen/listenMachine.ts';
import { accept, signInOf } from '../support/inspectorOnSimulator.ts';
import { scenario, type Stage } from './stage.ts';

/** Says in words what answers instead of the gateway; live again by itself, with the session that it had. */
async function saidAndOver({ bench, live, requests }: Stage, code: string): Promise<void> {
  await bench.until(code, ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === code);
  await live();
  expect(requests('login')).toHaveLength(1);
}

describe('something else answers', () => {
  scenario('captive-portal', 'a web page answers; then live again', async (stage) => {
    await saidAndOver(stage, 'web-page');
    expect(stage.bench.log.join('\n')).not.toContain('Please sign in');
  });

  scenario(
    'captive-portal-at-sign-in',
    'said on the sign-in page; the next try works',
    async ({ bench, simulator, signIn }) => {
      accept(await bench.inspector.command('signIn', signInOf(simulator())));
      const { question } = await bench.session('certificate');
      accept(await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint }));
      await bench.until('web-page', ({ session }) => session.kind === 'signedOut' && session.problem?.code === 'web-page');
      await signIn();
    },
    { begins: 'signedOut' },
  );

  scenario('redirected', 'it is said, and not followed', (stage) => saidAndOver(stage, 'redirected'));
  scenario('not-http', 'the connection broke; then live again', (stage) => saidAndOver(stage, 'connection-lost'));
  scenario('server-busy', 'the gateway is not working; then live again', (stage) => saidAndOver(stage, 'server-error'));

  scenario('trailing-nulls', 'the event, read all the same', async ({ bench }) => {
    await bench.until('a ring', ({ phoneAlert }) => phoneAlert.kind === 'ringing');
  });
});

describe('the gateway goes away', () => {
  scenario('gateway-restart', 'reconnecting, then over; signing in again asks nothing', async ({ bench, simulator }) => {
    await bench.until('reconnecting', ({ session }) => session.kind === 'signedIn' && session.connection.kind === 'reconnecting');
    const { session } = await bench.until('the end', (state) => state.session.kind === 'signedOut');
    expect(session).toMatchObject({ problem: { code: '100-006' } });
    accept(await bench.inspector.command('signIn', signInOf(simulator())));
    await bench.until('signed in, without a question on the way', ({ session: now }) => {
      expect(now.kind).not.toBe('certificate');
      return now.kind === 'signedIn';
    });
  });

  scenario('certificate-replaced', 'a hard stop, to which nothing was sent', async ({ bench, simulator, requests }) => {
    const before = simulator().fingerprint;
    await bench.until(
      'the certificate is not trusted',
      ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === 'certificate-changed',
    );
    expect(simulator().fingerprint).not.toBe(before);
    expect(simulator().requests).toHaveLength(0);
    accept(await bench.inspector.command('signOut', {}));
    accept(await bench.inspector.command('signIn', signInOf(simulator())));
    const { question } = await bench.session('certificate');
    expect(question).toMatchObject({ kind: 'changed', trusted: [{ fingerprint: before }] });
    const answer = await bench.inspector.command('trustCertificate', { fingerprint: question.certificate.fingerprint });
    expect(answer.ok).toBe(false);
    expect(requests('login')).toHaveLength(0);
  });

  scenario(
    'link-lost',
    'reconnecting, then live again by itself, with the same session',
    async ({ bench, live, requests }) => {
      const { session } = await bench.until(
        'reconnecting',
        (state) => state.session.kind === 'signedIn' && state.session.connection.kind === 'reconnecting',
      );
      expect(session).toMatchObject({ connection: { problem: { code: 'no-answer' } } });
      await live();
      expect(requests('login')).toHaveLength(1);
    },
    // The hold of ten seconds and its margin, ten times faster as well.
    {
      faults: true,
      timings: {
        poll: {
          deadline: 1_500,
          holdMargin: 500,
          probeDeadline: 300,
          gapAfterEvent: 5,
          gapAfterNothing: 10,
          backOffBase: 20,
          backOffCap: 200,
        },
      },
    },
  );

  scenario(
    'link-refused',
    'it is said, and live again by itself',
    async (stage) => {
      await saidAndOver(stage, 'connection-lost');
    },
    { faults: true },
  );

  scenario(
    'slow-link',
    'every step, late; one PUT',
    async ({ bench, listen, requests }) => {
      await listen();
      await bench.listen('listening');
      expect(bench.listenSteps).toEqual(['idle', 'requesting', 'calling', 'ringing', 'listening']);
      expect(requests('addSupervise')).toHaveLength(1);
    },
    // The line is as slow as it says: what waits for an answer over it waits as it does for an inspector, not ten times shorter.
    { faults: true, timings: { listen: listenTimings } },
  );
});
