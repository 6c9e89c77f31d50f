import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTrail } from '../../main/audit/check.ts';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench, type BenchOptions } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let dataFolder: string;
const benches: Bench[] = [];

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-notes-'));
  simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking', name: 'Li Wei' });
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.inspector.close();
  await simulator.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function hearing(options: BenchOptions = {}): Promise<Bench> {
  const bench = createBench({ dataFolder, ...options });
  benches.push(bench);
  await signIn(bench, simulator);
  accept(await bench.inspector.command('listen', { workNo: '20001' }));
  await bench.listen('listening');
  return bench;
}

function folder(name: string): string {
  const at = path.join(dataFolder, name);
  return readdirSync(at)
    .sort()
    .map((file) => readFileSync(path.join(at, file), 'utf8'))
    .join('');
}

async function openNote({ inspector }: Bench): Promise<string> {
  await expect.poll(() => inspector.state().notes.open?.agent.workNo).toBe('20001');
  return inspector.state().notes.open?.id ?? '';
}

describe('the note of a listen', () => {
  test('opens with it, by the audit trail’s own beginning, and stays after it with how long it was heard', async () => {
    const bench = await hearing();
    const id = await openNote(bench);
    const [begun] = checkTrail([{ name: 'all', text: folder('audit') }]).entries;
    expect(id).toBe(`${String(Date.parse(begun?.time ?? ''))}-20001`);
    expect(bench.inspector.state().notes.open).toMatchObject({ listening: true, heardFor: null });
    accept(await bench.inspector.command('stopListening', {}));
    const ended = await bench.listen('ended');
    expect(bench.inspector.state().notes.open).toMatchObject({ id, listening: false, heardFor: Math.round(ended.heardFor ?? -1) });
    accept(await bench.inspector.command('closeNote', {}));
    expect(bench.inspector.state().notes.open).toBeNull();
  });

  test('does not open for a listen that was never heard', async () => {
    const bench = createBench({ dataFolder });
    benches.push(bench);
    await signIn(bench, simulator);
    accept(await bench.inspector.command('listen', { workNo: '29999' }));
    await bench.listen('ended');
    expect(bench.inspector.state().notes.open).toBeNull();
  });

  test('is on the disk when it is said to be saved, and found in the next run', async () => {
    const bench = await hearing();
    const id = await openNote(bench);
    accept(await bench.inspector.command('saveNote', { id, text: 'Greeted late', scores: { opening: 2 } }));
    expect(folder('notes')).not.toBe('');
    await bench.inspector.close();
    const next = createBench({ dataFolder });
    benches.push(next);
    const answer = await next.inspector.command('findNotes', { query: 'late', skip: 0 });
    expect(answer).toMatchObject({ ok: true, found: { total: 1, rows: [{ id, grade: 40 }] } });
    const read = await next.inspector.command('readNote', { id });
    expect(read).toMatchObject({ ok: true, note: { text: 'Greeted late', history: [{ text: 'Greeted late' }] } });
  });

  test('of which nobody knows is neither read nor written', async () => {
    const bench = createBench({ dataFolder });
    benches.push(bench);
    expect(await bench.inspector.command('saveNote', { id: '1-20001', text: 'x', scores: {} })).toMatchObject({
      ok: false,
      problem: { code: 'note-unknown' },
    });
    expect(await bench.inspector.command('readNote', { id: '1-20001' })).toMatchObject({ ok: false, problem: { code: 'note-unknown' } });
  });

  test('goes into a file only where the administrator lets it', async () => {
    const bench = createBench({ dataFolder, administered: { policy: { exportAllowed: false } } });
    benches.push(bench);
    expect(await bench.inspector.command('exportNotes', { query: '', format: 'csv' })).toMatchObject({
      ok: false,
      problem: { code: 'export-not-allowed' },
    });
  });
});
