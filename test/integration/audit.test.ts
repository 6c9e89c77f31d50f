import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTrail, type Checked } from '../../main/audit/check.ts';
import { headsIn } from '../../main/audit/heads.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let dataFolder: string;
const benches: Bench[] = [];
/** Longer than a port, and no part of a date: what is looked for is found in nothing else. */
const phone = '770090012377';

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-audit-'));
  simulator = await quickSimulator({ inspectors: [{ agentId: '291', password: 'Kestrel_pw_4711_Zq', phone }] });
  simulator.setAgent('20001', { state: 'talking', name: 'Li Wei' });
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.inspector.close();
  await simulator.close();
  // Windows deletes no file that is being written.
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

function start(options: BenchOptions = {}): Bench {
  const bench = createBench({ dataFolder, ...options });
  benches.push(bench);
  return bench;
}

function texts(): { name: string; text: string }[] {
  const folder = path.join(dataFolder, 'audit');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** The trail on the disk, once it has so many entries. */
async function trail(entries: number): Promise<Checked> {
  await expect.poll(() => (readdirSync(dataFolder).includes('audit') ? checkTrail(texts()).entries.length : 0)).toBe(entries);
  return checkTrail(texts());
}

async function hear(bench: Bench): Promise<void> {
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.listen('listening');
}

describe('every listen', () => {
  test('is on the disk before the gateway is asked for it', async () => {
    const bench = start();
    await signIn(bench, simulator);
    let onDisk: readonly string[] | null = null;
    simulator.onRequest(({ record }) => {
      if (record.interface === 'addSupervise') onDisk = checkTrail(texts()).entries.map(({ kind }) => kind);
      return Promise.resolve();
    });
    await hear(bench);
    expect(onDisk).toEqual(['listenStarted']);
  });

  test('is on the disk when it begins and when it ends: who, where, whom, what came of it, how long', async () => {
    const bench = start();
    await signIn(bench, simulator);
    await hear(bench);
    const gateway = `127.0.0.1:${String(simulator.port)}`;
    const inspector = simulator.inspectors[0]?.agentId;
    expect((await trail(1)).entries).toMatchObject([{ kind: 'listenStarted', inspector, gateway, agent: '20001', how: 'asked' }]);
    accept(await bench.inspector.command('stopListening', {}));
    const ended = await bench.listen('ended');
    const { entries, findings } = await trail(2);
    expect(findings).toEqual([]);
    expect(entries[1]).toMatchObject({ kind: 'listenEnded', listen: 1, inspector, agent: '20001', outcome: 'stopped', code: 'stopped' });
    expect(entries[1]).toMatchObject({ heardFor: Math.round(ended.heardFor ?? -1) });
    const text = texts()
      .map((file) => file.text)
      .join('');
    expect(text).not.toContain('Li Wei');
    expect(text).not.toContain(phone);
  });

  test('that the gateway refuses carries its retcode', async () => {
    simulator.setAgent('20002', { state: 'signedOut' });
    const bench = start();
    await signIn(bench, simulator);
    accept(await bench.inspector.command('listen', { workNo: '20002' }));
    const { problem } = await bench.listen('ended');
    expect(problem?.code).toMatch(/^\d{3}-\d{3}$/);
    expect((await trail(2)).entries[1]).toMatchObject({ outcome: 'refused', code: problem?.code, heardFor: null });
  });

  test('ends in the trail with the session, before Earshot is gone', async () => {
    const bench = start();
    await signIn(bench, simulator);
    await hear(bench);
    await bench.inspector.close();
    expect(checkTrail(texts()).entries.map(({ kind }) => kind)).toEqual(['listenStarted', 'listenEnded']);
  });
});

describe('a listen that was under way when Earshot was killed', () => {
  test('is closed as unknown; the one that is taken up is another entry', async () => {
    const first = start();
    await signIn(first, simulator);
    await hear(first);
    await trail(1);
    await expect.poll(() => JSON.stringify(first.disk.content['savedSession'])).toContain('"heard":true');
    // As it was at that moment; the first core is left behind like a killed one's.
    const again = start({ disk: structuredClone(first.disk.content) });
    again.inspector.start();
    await again.listen('listening');
    const { entries, findings } = await trail(3);
    expect(findings).toEqual([]);
    expect(entries).toMatchObject([
      { kind: 'listenStarted', how: 'asked' },
      { kind: 'listenEnded', listen: 1, outcome: 'unknown', heardFor: null },
      { kind: 'listenStarted', how: 'takenUp', agent: '20001' },
    ]);
  });
});

describe('a trail that cannot be written', () => {
  test('does not keep anybody from listening, and is said', async () => {
    // A file where the folder should be.
    writeFileSync(path.join(dataFolder, 'audit'), '');
    const bench = start();
    await signIn(bench, simulator);
    await hear(bench);
    await bench.until('said', ({ notices }) => notices.some(({ id }) => id === 'audit-not-written'));
    expect(bench.inspector.state().audit.writable).toBe(false);
    expect(bench.log.join('\n')).toContain('audit trail not written');
  });
});

describe('a listen that could not be written down', () => {
  test('is written by the next run, which says so', async () => {
    writeFileSync(path.join(dataFolder, 'audit'), '');
    const first = start();
    await signIn(first, simulator);
    await hear(first);
    await first.until('said', ({ notices }) => notices.some(({ id }) => id === 'audit-not-written'));
    await first.inspector.close();
    expect(JSON.stringify(first.disk.content)).not.toContain(phone);
    rmSync(path.join(dataFolder, 'audit'));
    const next = start({ disk: structuredClone(first.disk.content) });
    expect(next.inspector.state().notices).toContainEqual({ id: 'audit-late', kind: 'auditLate' });
    await signIn(next, simulator);
    await hear(next);
    const { entries, findings } = await trail(3);
    expect(findings).toEqual([]);
    expect(entries.map(({ kind }) => kind)).toEqual(['listenStarted', 'listenEnded', 'listenStarted']);
    expect(next.disk.content['auditWaiting']).toEqual([]);
  });

  test('does not come about where the administrator wants none without its record', async () => {
    writeFileSync(path.join(dataFolder, 'audit'), '');
    const bench = start({ administered: { policy: { auditRequired: true } } });
    await signIn(bench, simulator);
    const asked = (): number => simulator.requests.filter((record) => record.interface === 'addSupervise').length;
    const answer = await bench.inspector.command('listen', { workNo: '20001' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'audit-not-written' } });
    expect(asked()).toBe(0);
    rmSync(path.join(dataFolder, 'audit'));
    // Each refusal tries again whether it can be written again.
    await expect.poll(async () => (await bench.inspector.command('listen', { workNo: '20001' })).ok).toBe(true);
    await bench.listen('listening');
    expect(asked()).toBe(1);
  });

  test('does not come about either where the disk fails only when the entry is written', async () => {
    // Where the month's file is to be there is a folder, which shows when the file is opened.
    const month = new Date().toISOString().slice(0, 7);
    mkdirSync(path.join(dataFolder, 'audit', `listens-${month}.jsonl`), { recursive: true });
    const bench = start({ administered: { policy: { auditRequired: true } } });
    await signIn(bench, simulator);
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'refused', problem: { code: 'audit-not-written' } });
    expect(simulator.requests.filter((record) => record.interface === 'addSupervise')).toEqual([]);
  });
});

describe('the head of the chain', () => {
  test('stands in the log with each entry, and in the administrator’s folder', async () => {
    const folder = path.join(dataFolder, 'heads');
    mkdirSync(folder);
    const bench = start({ administered: { policy: { auditHeadsFolder: folder } } });
    await signIn(bench, simulator);
    await hear(bench);
    const [entry] = (await trail(1)).entries;
    expect(bench.log.join('\n')).toContain(entry?.hash);
    const noted = (): readonly unknown[] => readdirSync(folder).flatMap((name) => headsIn(readFileSync(path.join(folder, name), 'utf8')));
    await expect.poll(noted).toEqual([{ seq: 1, hash: entry?.hash }]);
  });

  test('cannot be noted: that is said, and keeps nobody from listening', async () => {
    const bench = start({ administered: { policy: { auditHeadsFolder: path.join(dataFolder, 'missing') } } });
    await signIn(bench, simulator);
    await hear(bench);
    await bench.until('said', ({ notices }) => notices.some(({ id }) => id === 'audit-heads-not-written'));
  });
});

describe('a trail that somebody changed', () => {
  test('by cutting its end off, and taking away what was kept of it, is noticed all the same', async () => {
    const first = start();
    await signIn(first, simulator);
    await hear(first);
    accept(await first.inspector.command('stopListening', {}));
    await first.listen('ended');
    await first.until('idle again', ({ session }) => session.kind === 'signedIn' && session.ownState === 'idle');
    await hear(first);
    await trail(3);
    await first.inspector.close();
    const [file] = texts();
    const lines = file?.text.split('\n') ?? [];
    writeFileSync(path.join(dataFolder, 'audit', file?.name ?? ''), `${lines.slice(0, 2).join('\n')}\n`);
    const disk: Record<string, unknown> = { ...structuredClone(first.disk.content), auditEnd: null };
    const again = start({ disk });
    accept(await again.inspector.command('checkAudit', {}));
    const { audit } = await again.until('found', ({ audit: { check } }) => check.kind === 'done');
    expect(audit.check).toMatchObject({ findings: 1 });
    await signIn(again, simulator);
    await hear(again);
    expect((await trail(4)).findings.map(({ kind }) => kind)).toEqual(['endMissing']);
  });

  test('by cutting its end off is noticed at the next start, said and written down', async () => {
    const first = start();
    await signIn(first, simulator);
    await hear(first);
    accept(await first.inspector.command('stopListening', {}));
    await first.listen('ended');
    await trail(2);
    await first.inspector.close();
    const [file] = texts();
    writeFileSync(path.join(dataFolder, 'audit', file?.name ?? ''), `${file?.text.split('\n')[0] ?? ''}\n`);
    const again = start({ disk: structuredClone(first.disk.content) });
    await signIn(again, simulator);
    await hear(again);
    await again.until('said', ({ notices }) => notices.some(({ id }) => id === 'audit-tampering'));
    expect((await trail(4)).findings.map(({ kind }) => kind)).toContain('missing');
  });

  test('in the middle is found by the check that the page asks for', async () => {
    const bench = start();
    await signIn(bench, simulator);
    await hear(bench);
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    await trail(2);
    accept(await bench.inspector.command('checkAudit', {}));
    await bench.until('checked', ({ audit: { check } }) => check.kind === 'done' && check.findings === 0 && check.listens === 1);
    const [file = { name: '', text: '' }] = texts();
    writeFileSync(path.join(dataFolder, 'audit', file.name), file.text.replace('20001', '20002'));
    accept(await bench.inspector.command('checkAudit', {}));
    const { audit } = await bench.until('found', ({ audit: { check } }) => check.kind === 'done' && check.findings > 0);
    expect(audit.check).toMatchObject({ first: { file: file.name, line: 1 } });
  });
});

test('the table holds the listens of the range, and nothing of anybody’s phone', async () => {
  const bench = start();
  await signIn(bench, simulator);
  await hear(bench);
  accept(await bench.inspector.command('stopListening', {}));
  await bench.listen('ended');
  const day = 24 * 60 * 60 * 1_000;
  accept(await bench.inspector.command('exportAudit', { from: Date.now() - day, to: Date.now() + day }));
  accept(await bench.inspector.command('exportAudit', { from: 0, to: day }));
  const [now, then] = bench.saved;
  expect(now?.name).toMatch(/^earshot-listens-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  expect(now?.text.trimEnd().split('\r\n')).toHaveLength(2);
  expect(now?.text).toContain(',20001,asked,stopped,stopped,');
  expect(then?.text.trimEnd().split('\r\n')).toHaveLength(1);
  expect(now?.text).not.toContain(phone);
});
