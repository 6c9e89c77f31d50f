import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { accept, createBench, quickSimulator, signIn, type Bench } from '../support/inspectorOnSimulator.ts';

let simulator: Simulator;
let dataFolder: string;
const benches: Bench[] = [];

beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-worklist-'));
  simulator = await quickSimulator();
  simulator.setAgent('20001', { state: 'talking', name: 'Li Wei' });
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.inspector.close();
  await simulator.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Looks at the agents. */
async function working(): Promise<Bench> {
  const bench = createBench({ dataFolder, administered: { policy: { planListens: 1, planMinutes: 1 } } });
  benches.push(bench);
  await signIn(bench, simulator);
  bench.inspector.subscribeToRoster(() => undefined).watch(true);
  await bench.until('a worklist', ({ worklist, roster }) => worklist.kind === 'ready' && roster.kind === 'ready');
  return bench;
}

describe('the worklist', () => {
  test('asks the gateway for one who is due and in a call, and has a listen that was too short', async () => {
    const bench = await working();
    accept(await bench.inspector.command('listenNext', {}));
    // The simulated centre lives: who is in a call besides 20001 is its matter.
    const { workNo } = (await bench.listen('listening')).agent;
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    await expect
      .poll(async () => {
        const answer = await bench.inspector.command('readWorklist', { skip: 0 });
        return answer.ok ? answer.work?.rows.find(({ agent }) => agent.workNo === workNo)?.tooShort : null;
      })
      .toBe(1);
  });

  test('finds in the next run what this one heard', async () => {
    const bench = await working();
    accept(await bench.inspector.command('listen', { workNo: '20001' }));
    await bench.listen('listening');
    accept(await bench.inspector.command('stopListening', {}));
    await bench.listen('ended');
    await bench.inspector.close();
    const next = await working();
    const answer = await next.inspector.command('readWorklist', { skip: 0 });
    const row = answer.ok ? answer.work?.rows.find(({ agent }) => agent.workNo === '20001') : null;
    expect(row).toMatchObject({ agent: { name: 'Li Wei' }, tooShort: 1 });
  });

  test('refuses the next one where there is no plan', async () => {
    const bench = createBench({ dataFolder });
    benches.push(bench);
    await signIn(bench, simulator);
    expect(await bench.inspector.command('listenNext', {})).toMatchObject({ ok: false, problem: { code: 'no-plan' } });
  });
});
