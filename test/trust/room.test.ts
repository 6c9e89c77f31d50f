import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, signInOf, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';
import { timePasses } from '../support/patientClock.ts';

let simulator: Simulator;
let bench: Bench;
const day = 86_400_000;

beforeEach(async () => {
  simulator = await quickSimulator();
  bench = createBench();
});

afterEach(async () => {
  await bench.inspector.close();
  await simulator.close();
});

const gateway = (): string => `127.0.0.1:${String(simulator.port)}`;
const pinned = () => bench.inspector.state().trust.gateways.find((each) => each.gateway === gateway());

/** The gateway gets another certificate, at the same port. */
async function changeCertificate(): Promise<{ before: string; now: string }> {
  const before = simulator.fingerprint;
  await simulator.close();
  simulator = await quickSimulator({ port: simulator.port, certificate: {} });
  return { before, now: simulator.fingerprint };
}

async function again(options: BenchOptions = {}): Promise<void> {
  await bench.inspector.close();
  bench = createBench({ disk: bench.disk.content, ...options });
}

async function question() {
  accept(await bench.inspector.command('signIn', signInOf(simulator)));
  return (await bench.session('certificate')).question;
}

describe('a certificate that the inspector trusted', () => {
  test('is listed with first seen, last seen and who decided', async () => {
    const began = bench.now();
    await signIn(bench, simulator);
    expect(pinned()?.pins).toMatchObject([{ fingerprint: simulator.fingerprint, decidedBy: 'inspector', counts: true }]);
    const [pin] = pinned()?.pins ?? [];
    expect(pin?.firstSeen).toBeGreaterThanOrEqual(began);
    expect(pin?.lastSeen).toBeGreaterThanOrEqual(pin?.firstSeen ?? Infinity);
  });

  test('forgotten while signed in: the session ends at once and nothing more is sent', async () => {
    await signIn(bench, simulator);
    accept(await bench.inspector.command('forgetCertificate', { gateway: gateway(), fingerprint: simulator.fingerprint }));
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedOut', problem: { code: 'trust-withdrawn' } });
    expect(bench.disk.content['savedSession']).toBeNull();
    // What was on the wire already may still arrive; way.test.ts counts the bytes.
    await timePasses(300);
    const sent = simulator.requests.length;
    await timePasses(1_000);
    expect(simulator.requests).toHaveLength(sent);
  });

  test('forgotten: the next sign-in asks again, as the first time', async () => {
    await signIn(bench, simulator);
    accept(await bench.inspector.command('forgetCertificate', { gateway: gateway(), fingerprint: simulator.fingerprint }));
    expect(pinned()).toBeUndefined();
    expect(await question()).toMatchObject({ kind: 'unknown' });
  });

  test('forgetting one that is not there is said, and harms no session', async () => {
    await signIn(bench, simulator);
    const answer = await bench.inspector.command('forgetCertificate', { gateway: gateway(), fingerprint: '00' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'certificate-unknown' } });
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });

  test('forgotten while another one for this gateway stays: connections are made anew, the session goes on', async () => {
    await signIn(bench, simulator);
    const { before, now } = await changeCertificate();
    await again();
    expect(await question()).toMatchObject({ kind: 'changed' });
    accept(await bench.inspector.command('cancelSignIn', {}));
    accept(await bench.inspector.command('replaceCertificate', { gateway: gateway(), fingerprint: now, keepOthers: true }));
    await signIn(bench, simulator);
    accept(await bench.inspector.command('forgetCertificate', { gateway: gateway(), fingerprint: before }));
    const sent = simulator.requests.length;
    await expect.poll(() => simulator.requests.length).toBeGreaterThan(sent + 1);
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });
});

describe('a changed certificate', () => {
  beforeEach(async () => {
    await signIn(bench, simulator);
    await again();
  });

  test('is a hard stop: what the certificate page may answer does not trust it', async () => {
    await changeCertificate();
    expect(await question()).toMatchObject({ kind: 'changed' });
    expect(await bench.inspector.command('trustCertificate', { fingerprint: simulator.fingerprint })).toMatchObject({ ok: false });
    expect(simulator.requests).toHaveLength(0);
  });

  test('is remembered for the settings page, old and new, and can be trusted there instead', async () => {
    const { before, now } = await changeCertificate();
    await question();
    accept(await bench.inspector.command('cancelSignIn', {}));
    expect(pinned()).toMatchObject({ changed: { fingerprint: now }, pins: [{ fingerprint: before }] });
    accept(await bench.inspector.command('replaceCertificate', { gateway: gateway(), fingerprint: now, keepOthers: false }));
    expect(pinned()).toMatchObject({ changed: null, pins: [{ fingerprint: now }] });
    await signIn(bench, simulator);
  });

  test('is not trusted by a fingerprint that was not shown', async () => {
    await changeCertificate();
    await question();
    const answer = await bench.inspector.command('replaceCertificate', { gateway: gateway(), fingerprint: '00:11', keepOthers: false });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'certificate-not-shown' } });
  });

  test('cannot be replaced before it was met', async () => {
    const { now } = await changeCertificate();
    const answer = await bench.inspector.command('replaceCertificate', { gateway: gateway(), fingerprint: now, keepOthers: false });
    expect(answer).toMatchObject({ ok: false });
  });

  test('in the middle of a session nothing goes to the stranger, and it is said', async () => {
    await signIn(bench, simulator);
    await changeCertificate();
    await bench.until(
      'the words',
      ({ session }) => session.kind === 'signedIn' && session.connection.problem?.code === 'certificate-changed',
    );
    expect(simulator.requests).toHaveLength(0);
    expect(pinned()?.changed?.fingerprint).toBe(simulator.fingerprint);
  });
});

describe('where the administrator alone decides', () => {
  const administered = { machine: { userTrust: false } };

  test('there is nothing to accept, whatever is asked over the bridge', async () => {
    await again({ administered });
    expect(await question()).toMatchObject({ kind: 'forbidden' });
    expect(await bench.inspector.command('trustCertificate', { fingerprint: simulator.fingerprint })).toMatchObject({ ok: false });
    expect(simulator.requests).toHaveLength(0);
  });

  test('a changed certificate cannot be replaced either', async () => {
    const { fingerprint } = simulator;
    const { now } = await changeCertificate();
    await again({ administered: { machine: { userTrust: false, pins: [`${gateway()}=${fingerprint}`] } } });
    expect(await question()).toMatchObject({ kind: 'changed' });
    const answer = await bench.inspector.command('replaceCertificate', { gateway: gateway(), fingerprint: now, keepOthers: true });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'trust-administered' } });
  });

  test('the administrator’s pins are listed with when they were met, and cannot be forgotten here', async () => {
    await again({ administered: { machine: { userTrust: false, pins: [`${gateway()}=${simulator.fingerprint}`] } } });
    await signIn(bench, simulator);
    expect(pinned()?.pins).toMatchObject([{ decidedBy: 'administrator', firstSeen: expect.any(Number) as number }]);
    const answer = await bench.inspector.command('forgetCertificate', { gateway: gateway(), fingerprint: simulator.fingerprint });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'pin-administered' } });
    expect(bench.inspector.state().session.kind).toBe('signedIn');
  });
});

describe('the administrator’s file of authorities', () => {
  test.each([
    ['that is missing', null],
    ['that is damaged', '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n'],
  ])('%s is said in a notice and in the log', async (_name, content) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-authorities-'));
    const file = path.join(folder, 'authorities.pem');
    if (content !== null) writeFileSync(file, content);
    await again({ administered: { machine: { certificateAuthorityFile: file } } });
    expect(bench.inspector.state().notices.map(({ id }) => id)).toContain('authority-file-unreadable');
    expect(bench.log.join()).toContain('certificate authority file not obeyed');
    expect(bench.inspector.state().trust.authorityFile).toEqual({ kind: 'unreadable' });
    rmSync(folder, { recursive: true });
  });
});

describe('a certificate that ends soon', () => {
  test('is said once, and not again that day, not by another run either', async () => {
    await simulator.close();
    simulator = await quickSimulator({ certificate: { validTo: new Date(Date.now() + 20 * day) } });
    await signIn(bench, simulator);
    const said = (): string[] => bench.inspector.state().notices.map(({ kind }) => kind);
    expect(said()).toEqual(['certificateExpires']);
    await again();
    await signIn(bench, simulator);
    expect(said()).toEqual([]);
  });
});
