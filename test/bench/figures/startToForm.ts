import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formShown } from '../../support/byKeyboard.ts';
import type { Desktop } from '../../support/desktop/desktop.ts';
import { until } from '../../support/desktop/until.ts';
import { startPacked, type PackedRun } from '../../support/packed.ts';
import { asked } from '../asked.ts';
import { percentiles, type Figure, type Measurement } from '../figure.ts';
import { buildsOf } from '../packed/builds.ts';
import { emptyWindow } from '../packed/emptyWindow.ts';
import { onDesktop } from '../packed/stage.ts';

const runs = 5;
const most = 1_000;
const patience = 60_000;

/** Of an empty window's. */
const mostOfEmpty = 1.1;

/**
 * From the start of the packed program until its sign-in form is on the screen, which is read from the X server's memory; in alternation
 * with an empty window of the same Electron and, where one is named, an earlier build.
 */
export const startToForm: Figure = {
  name: 'start-to-form',
  unit: 'ms',
  goal: `warm p50 ≤ ${most.toLocaleString('en')}, ≤ ${String(mostOfEmpty)} of an empty window`,
  measure: ({ say }) =>
    onDesktop(say, async ({ desktop, packed }) => {
      const folders: string[] = [];
      const empty = await emptyWindow();
      const started = new Map<string, () => Promise<PackedRun>>([['an empty window', () => empty.start(desktop.env)]]);
      for (const [build, { program }] of await buildsOf(packed, asked(process.env).beside)) {
        const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-start-'));
        folders.push(dataFolder);
        started.set(build, () => startPacked(program, { env: desktop.env, dataFolder }));
      }
      const taken = new Map([...started.keys()].map((what) => [what, [] as number[]]));
      // The first start is the cold one: afterwards the system has the files, and Chromium its compiled scripts.
      for (let run = 0; run <= runs; run += 1) {
        for (const [what, start] of started) {
          const ms = await untilShown(desktop, start);
          taken.get(what)?.push(ms);
          say(`  ${what}, ${run === 0 ? 'first' : 'warm'} ${ms.toFixed(0)} ms, load ${(loadavg()[0] ?? NaN).toFixed(1)}`);
        }
      }
      await empty.remove();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
      return reported(taken);
    }),
};

async function untilShown(desktop: Desktop, start: () => Promise<PackedRun>): Promise<number> {
  await until('a screen without a window', () => Promise.resolve(formShown(desktop) ? null : true), patience);
  const began = performance.now();
  const run = await start();
  while (!formShown(desktop) && performance.now() - began < patience) await pause(8);
  const ms = performance.now() - began;
  // It writes its compiled scripts down a moment after they ran.
  await pause(2_000);
  run.process.kill('SIGTERM');
  await run.ended;
  return ms;
}

function reported(taken: ReadonlyMap<string, readonly number[]>): Measurement[] {
  const warm = (what: string): number => percentiles(taken.get(what)?.slice(1) ?? []).p50;
  const now = warm('this build');
  const [ofEmpty, ofEarlier] = [now / warm('an empty window'), now / warm('earlier build')];
  return [
    ...[...taken].flatMap(([what, [first = NaN, ...later]]): Measurement[] => [
      {
        at: `warm, ${what}, ${String(runs)} runs`,
        ...percentiles(later),
        ...(what === 'this build' ? { met: percentiles(later).p50 <= most } : {}),
      },
      { at: `first, ${what}`, value: first },
    ]),
    { at: 'warm, multiple of the empty window’s', value: ofEmpty, met: ofEmpty <= mostOfEmpty },
    ...(taken.has('earlier build') ? [{ at: 'warm, share of the earlier build’s', value: ofEarlier }] : []),
  ];
}
