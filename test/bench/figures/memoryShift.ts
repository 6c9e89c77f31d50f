import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Unpacked } from '../../../scripts/packaging/unpacked.ts';
import { startDesktop, type Desktop } from '../../support/desktop/desktop.ts';
import type { BenchOptions, Figure, Measurement } from '../figure.ts';
import { memoryOf, type Memory } from '../packed/memory.ts';
import { signedIn } from '../packed/signedIn.ts';
import { onDesktop } from '../packed/stage.ts';
import { startSimulatorProcess } from '../simulatorProcess.ts';

const agents = 5_000;
const runs = 5;
const minute = 60_000;
const most = 220;

interface Shift {
  /** A minute after the sign-in. */
  readonly early: Memory;
  readonly late: Memory;
  /** Whether the session was live at the end. */
  readonly live: boolean;
}

/** What all processes of the packed Earshot hold while its window shows a living centre; five, each with its own desktop and gateway. */
export const memoryShift: Figure = {
  name: 'memory-shift',
  unit: 'MB',
  goal: `p50 ≤ ${String(most)} of its own`,
  measure: (options) =>
    onDesktop(options.say, async ({ desktop, packed }) => {
      const minutes = options.quick ? 2 : 30;
      const others = await Promise.all(Array.from({ length: (options.quick ? 1 : runs) - 1 }, () => startDesktop()));
      try {
        // Side by side: memory is no time, and five half hours are.
        const shifts = await Promise.all([desktop, ...others].map((one) => shift(one, packed, minutes, options)));
        return measurements(shifts, minutes);
      } finally {
        for (const other of others) await other.stop();
      }
    }),
};

async function shift(desktop: Desktop, packed: Unpacked, minutes: number, { say }: BenchOptions): Promise<Shift> {
  // Files of its own: what five read from the same ones would count as nobody's own.
  const folder = await mkdtemp(path.join(tmpdir(), 'earshot-shift-'));
  await cp(packed.folder, folder, { recursive: true });
  try {
    const earshot = await signedIn(
      desktop,
      path.join(folder, path.relative(packed.folder, packed.program)),
      await startSimulatorProcess(agents, 1),
    );
    try {
      await pause(minute);
      const early = memoryOf(earshot.pid);
      await pause((minutes - 1) * minute);
      const late = memoryOf(earshot.pid);
      const live = await earshot.live();
      say(
        `  ${megabytes(late.own).toFixed(0)} MB of its own, ${megabytes(late.proportional).toFixed(0)} MB with its share; ` +
          `since the first minute ${growth({ early, late }).toFixed(1)} %${live ? '' : '; NOT live at the end'}`,
      );
      return { early, late, live };
    } finally {
      await earshot.end();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function measurements(shifts: readonly Shift[], minutes: number): Measurement[] {
  const at = `${agents.toLocaleString('en')} agents, ${String(minutes)} min, runs: ${String(shifts.length)}`;
  const allLive = shifts.every(({ live }) => live);
  const own = median(shifts.map(({ late }) => megabytes(late.own)));
  return [
    { at: `${at}, its own${allLive ? '' : ', NOT all live at the end'}`, p50: own, met: allLive && own <= most },
    { at: `${at}, most of its own`, value: Math.max(...shifts.map(({ late }) => megabytes(late.own))) },
    { at: `${at}, with its share`, p50: median(shifts.map(({ late }) => megabytes(late.proportional))) },
    { at: `${at}, growth after the first minute, percent`, p50: median(shifts.map(growth)) },
  ];
}

const megabytes = (bytes: number): number => bytes / 1_000_000;

const growth = ({ early, late }: Pick<Shift, 'early' | 'late'>): number => (100 * (late.own - early.own)) / early.own;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}
