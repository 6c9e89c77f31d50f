import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Unpacked } from '../../../scripts/packaging/unpacked.ts';
import { startDesktop, type Desktop } from '../../support/desktop/desktop.ts';
import { asked } from '../asked.ts';
import type { BenchOptions, Figure, Measurement } from '../figure.ts';
import { buildsOf, type Build } from '../packed/builds.ts';
import { emptyWindow } from '../packed/emptyWindow.ts';
import { memoryOf, type Memory } from '../packed/memory.ts';
import { signedIn } from '../packed/signedIn.ts';
import { onDesktop } from '../packed/stage.ts';
import { startSimulatorProcess } from '../simulatorProcess.ts';

const usual = [5_000];
const runs = 5;
const minute = 60_000;
const most = 220;
/** Of the earlier build's: with the usual number of agents, and with more. */
const mostShare = { usual: 0.75, more: 0.6 } as const;
/** Of an empty window's. */
const mostOfEmpty = 1.5;

interface Shift {
  /** A minute after the sign-in. */
  readonly early: Memory;
  readonly late: Memory;
  /** Whether the session was live at the end. */
  readonly live: boolean;
}

/**
 * What all processes of the packed Earshot hold while its window shows a living centre; five, each with its own desktop and gateway. Beside
 * them an empty window of Electron and, where one is named, as many of an earlier build.
 */
export const memoryShift: Figure = {
  name: 'memory-shift',
  unit: 'MB',
  goal: `p50 ≤ ${String(most)} of its own, ≤ ${String(mostOfEmpty)} of an empty window; ≤ 0.75 of the earlier build (EARSHOT_BENCH_BESIDE)`,
  measure: (options) =>
    onDesktop(options.say, async ({ packed }) => {
      const given = asked(process.env);
      const minutes = given.minutes ?? (options.quick ? 2 : 30);
      const builds = await buildsOf(packed, given.beside);
      const measured: Measurement[] = [];
      for (const agents of given.agents ?? usual) {
        const count = options.quick ? 1 : runs;
        // Side by side: memory is no time, and five half hours are.
        const empty = onOwnDesktop((desktop) => emptyShift(desktop, minutes));
        const shifts = [...builds].flatMap(([build, one]) =>
          Array.from({ length: count }, async () => ({
            build,
            shift: await onOwnDesktop((desktop) => shift(desktop, one, { agents, minutes, build }, options)),
          })),
        );
        const [alone, ...taken] = await Promise.all([empty, ...shifts]);
        const of = (build: Build): Shift[] => taken.flatMap((each) => (each.build === build ? [each.shift] : []));
        measured.push(...measurements(of('this build'), of('earlier build'), alone, { agents, minutes }));
      }
      return measured;
    }),
};

async function onOwnDesktop<Done>(act: (desktop: Desktop) => Promise<Done>): Promise<Done> {
  const desktop = await startDesktop();
  try {
    return await act(desktop);
  } finally {
    await desktop.stop();
  }
}

async function emptyShift(desktop: Desktop, minutes: number): Promise<Memory> {
  const empty = await emptyWindow();
  const window = await empty.start(desktop.env);
  try {
    await pause(minutes * minute);
    return memoryOf(window.process.pid ?? 0);
  } finally {
    window.process.kill('SIGTERM');
    await window.ended;
    await window.forget();
    await empty.remove();
  }
}

async function shift(
  desktop: Desktop,
  packed: Unpacked,
  { agents, minutes, build }: { readonly agents: number; readonly minutes: number; readonly build: Build },
  { say }: BenchOptions,
): Promise<Shift> {
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
        `  ${build}, ${agents.toLocaleString('en')} agents: ${megabytes(late.own).toFixed(0)} MB of its own, ` +
          `${megabytes(late.proportional).toFixed(0)} MB with its share; ` +
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

function measurements(
  shifts: readonly Shift[],
  earlier: readonly Shift[],
  empty: Memory,
  { agents, minutes }: { readonly agents: number; readonly minutes: number },
): Measurement[] {
  const at = `${agents.toLocaleString('en')} agents, ${String(minutes)} min, runs: ${String(shifts.length)}`;
  const allLive = [...shifts, ...earlier].every(({ live }) => live);
  const own = median(shifts.map(({ late }) => megabytes(late.own)));
  const ofEmpty = own / megabytes(empty.own);
  const before = median(earlier.map(({ late }) => megabytes(late.own)));
  const share = own / before;
  const isUsual = usual.includes(agents);
  return [
    { at: `${at}, its own${allLive ? '' : ', NOT all live at the end'}`, p50: own, ...(isUsual ? { met: allLive && own <= most } : {}) },
    { at: `${at}, most of its own`, value: Math.max(...shifts.map(({ late }) => megabytes(late.own))) },
    { at: `${at}, with its share`, p50: median(shifts.map(({ late }) => megabytes(late.proportional))) },
    { at: `${at}, growth after the first minute, percent`, p50: median(shifts.map(growth)) },
    { at: `${at}, an empty window`, value: megabytes(empty.own) },
    { at: `${at}, multiple of the empty window’s`, value: ofEmpty, ...(isUsual ? { met: allLive && ofEmpty <= mostOfEmpty } : {}) },
    ...(earlier.length === 0
      ? []
      : [
          { at: `${at}, earlier build`, p50: before },
          {
            at: `${at}, share of the earlier build’s`,
            value: share,
            met: allLive && share <= (isUsual ? mostShare.usual : mostShare.more),
          },
        ]),
  ];
}

const megabytes = (bytes: number): number => bytes / 1_000_000;

const growth = ({ early, late }: Pick<Shift, 'early' | 'late'>): number => (100 * (late.own - early.own)) / early.own;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}
