import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createBench, quickSimulator, readableBox, signIn, signInOf } from '../support/inspectorOnSimulator.ts';
import type { Simulator } from '../../simulator/index.ts';
import { redeemLink, startWebHost } from '../support/webHost.ts';

let simulator: Simulator;
const patient = { timeout: 30_000 } as const;
const password = 'Kestrel_pw_4711_Zq';

beforeEach(async () => {
  simulator = await quickSimulator({ inspectors: [{ agentId: '291', password, phone: '770090012377' }] });
});
afterEach(() => simulator.close());

describe('a session that was kept but no longer decrypts (a moved profile)', () => {
  test('is discarded, and the sign-in is asked for again', async () => {
    const first = createBench();
    await signIn(first, simulator);
    await expect.poll(() => first.disk.content['savedSession'], patient).toBeTruthy();
    const moved = createBench({ disk: structuredClone(first.disk.content), secretBox: { ...readableBox, open: () => null } });
    moved.inspector.start();
    await expect.poll(() => moved.disk.content['savedSession'], patient).toBeNull();
    expect(moved.inspector.state().session).toEqual({ kind: 'signedOut', problem: null });
    // The trusted certificate is no secret, and stays.
    expect(moved.disk.content['pins']).not.toEqual({});
    await moved.inspector.close();
    await first.inspector.close();
  });

  test('one that decrypts to what no Guid can be is discarded just so', async () => {
    const first = createBench();
    await signIn(first, simulator);
    await expect.poll(() => first.disk.content['savedSession'], patient).toBeTruthy();
    const content = structuredClone(first.disk.content) as { savedSession: { guid: string } };
    content.savedSession.guid = Buffer.from('\u0000\u0001 no Guid at all \u00ff').toString('base64');
    const moved = createBench({ disk: content });
    moved.inspector.start();
    await moved.until('asked again', ({ session }) => session.kind === 'signedOut');
    expect(moved.disk.content['savedSession']).toBeNull();
    await moved.inspector.close();
    await first.inspector.close();
  });
});

describe('the password', () => {
  test.skipIf(process.platform === 'win32')(
    'is in the memory of the process while a sign-in holds it, and no longer once it is through',
    async () => {
      const snapshots = mkdtempSync(path.join(tmpdir(), 'earshot-heap-'));
      const host = await startWebHost({ nodeFlags: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${snapshots}`] });
      const cookie = await redeemLink(host.link);
      const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/bridge`, { headers: { cookie, origin: host.origin } });
      const sessions: { kind: string; question?: { certificate: { fingerprint: string } } }[] = [];
      socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString()) as { kind: string; state?: { session: (typeof sessions)[number] } };
        if (message.state !== undefined) sessions.push(message.state.session);
      });
      await new Promise((resolve) => socket.once('open', resolve));
      let id = 0;
      const command = (name: string, input: unknown): void => {
        socket.send(JSON.stringify({ id: (id += 1), command: name, input }));
      };
      /** The heap as it is now, rubbish collected. */
      const heap = async (): Promise<string> => {
        const before = readdirSync(snapshots).length;
        process.kill(host.pid, 'SIGUSR2');
        await expect.poll(() => readdirSync(snapshots).length, { ...patient }).toBe(before + 1);
        const [file = ''] = readdirSync(snapshots).sort().slice(-1);
        const whole = (): string => readFileSync(path.join(snapshots, file), 'utf8');
        await expect.poll(() => whole().trimEnd().endsWith('}'), { ...patient }).toBe(true);
        return whole();
      };

      command('signIn', signInOf(simulator));
      await expect.poll(() => sessions.at(-1)?.kind, patient).toBe('certificate');
      // What the end of this test proves nothing without: the search finds it while it is there.
      expect(await heap()).toContain(password);
      command('trustCertificate', { fingerprint: sessions.at(-1)?.question?.certificate.fingerprint });
      await expect.poll(() => sessions.at(-1)?.kind, patient).toBe('signedIn');
      // Something else has to come in before ws and undici let go of their last message.
      command('dismissListen', {});
      await expect
        .poll(async () => ((await heap()).includes(password) ? 'held' : 'gone'), { timeout: 60_000, interval: 1_000 })
        .toBe('gone');
      socket.terminate();
      await host.stop();
      if (existsSync(snapshots)) rmSync(snapshots, { recursive: true, force: true });
    },
    120_000,
  );
});
