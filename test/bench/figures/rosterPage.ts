import { setTimeout as pause } from 'node:timers/promises';
import { percentiles, type BenchOptions, type Figure, type Measurement } from '../figure.ts';
import { busy, heap, keystrokes, patchScript, scroll } from '../rosterPage/measure.ts';
import { inChromium } from '../rosterPage/inChromium.ts';
import { inElectron } from '../rosterPage/inElectron.ts';
import { buildPages, type Grid, type Stage, type StageHost } from '../rosterPage/stage.ts';

const sizes = [1_000, 10_000, 59_899];
/** For what runs on for half an hour, or is looked at quickly. */
const usual = 10_000;
/** Earshot's first: what is taken stands in this order. */
const grids: readonly Grid[] = ['Earshot', 'ag-grid'];
const MINUTE = 60_000;
const threadCpu = "CPU of the page's thread, ms";

interface Taken extends Omit<Measurement, 'at' | 'met'> {
  /** What else is compared of the same work: CPU time, where the figure also counts what the machine is busy with; the heap itself. */
  readonly also?: { readonly what: string; readonly value: number };
}

interface PageFigure {
  readonly name: string;
  readonly unit: string;
  readonly goal: string;
  /** What is compared with the goal and with the other grid. */
  readonly judged: (taken: Taken) => number;
  readonly most: number;
  /** What is measured is no time: all pages are measured side by side, at the largest size only. */
  readonly sideBySide?: true;
  measure(stage: Stage, grid: Grid, options: BenchOptions): Promise<Taken>;
}

const figures: readonly PageFigure[] = [
  {
    name: 'roster-paint',
    unit: 'ms',
    goal: 'p95 ≤ 8 from 10,000 on',
    judged: ({ p95 }) => p95 ?? NaN,
    most: 8,
    measure: async (stage, _grid, { quick }) => {
      const { script, cpu } = await patchScript(stage, quick ? 40 : 200);
      return { ...percentiles(script), also: { what: threadCpu, value: cpu } };
    },
  },
  {
    name: 'roster-search',
    unit: 'ms',
    goal: 'p95 ≤ 50 from 10,000 on',
    judged: ({ p95 }) => p95 ?? NaN,
    most: 50,
    measure: async (stage, _grid, { quick }) => {
      const { first, later } = await keystrokes(stage, quick ? 2 : 8);
      return { ...percentiles(later), also: { what: 'the first key, ms', value: first } };
    },
  },
  {
    name: 'roster-scroll',
    unit: 'ms a frame',
    goal: 'worst ≤ 32 from 10,000 on',
    judged: ({ value }) => value ?? NaN,
    most: 32,
    measure: async (stage, grid, { quick, say }) => {
      const { frames, cpu, mounted } = await scroll(stage, grid, quick ? 300 : 1_000);
      say(`    at most ${String(mounted)} row elements`);
      return { ...percentiles(frames), value: Math.max(...frames), also: { what: threadCpu, value: cpu } };
    },
  },
  {
    name: 'roster-first',
    unit: 'ms',
    goal: '≤ 400 from 10,000 on',
    judged: ({ value }) => value ?? NaN,
    most: 400,
    measure: (stage) => Promise.resolve({ value: stage.first }),
  },
  {
    name: 'roster-heap-growth',
    unit: '%',
    goal: '≤ 5 from 10,000 on',
    judged: ({ value }) => value ?? NaN,
    most: 5,
    sideBySide: true,
    measure: async (stage, _grid, { quick }) => {
      const [early, late, every] = quick ? [0.5 * MINUTE, 3 * MINUTE, 100] : [5 * MINUTE, 30 * MINUTE, 250];
      const began = Date.now();
      const until = async (ms: number): Promise<void> => {
        while (Date.now() - began < ms) {
          await stage.change();
          await pause(every);
        }
      };
      await until(early);
      const before = await heap(stage);
      await until(late);
      const after = await heap(stage);
      return { value: (100 * (after - before)) / before, also: { what: 'heap at the end, MB', value: after / 1_000_000 } };
    },
  },
  {
    name: 'idle-cpu-visible',
    unit: '% of a core',
    goal: '≤ 5 from 10,000 on',
    judged: ({ value }) => value ?? NaN,
    most: 5,
    measure: async (stage, _grid, { quick }) => ({ value: await busy(stage, quick ? 10_000 : 60_000) }),
  },
  {
    name: 'idle-cpu-hidden',
    unit: '% of a core',
    goal: '≤ 1 from 10,000 on',
    judged: ({ value }) => value ?? NaN,
    most: 1,
    measure: async (stage, _grid, { quick }) => {
      await stage.hide();
      await pause(1_000);
      return { value: await busy(stage, quick ? 10_000 : 60_000) };
    },
  },
];

/** The roster's page in real Chromium and in Electron, and beside it the same rows and changes in ag-grid-community, as a ratio. */
export const rosterPageFigures: readonly Figure[] = figures.map((figure) => ({
  name: figure.name,
  unit: figure.unit,
  goal: figure.goal,
  measure: async (options) => {
    const pages = await buildPages();
    try {
      const found = await hosts(options);
      try {
        const looks = found.flatMap((host) => sizesOf(figure, options).map((agents) => ({ host, agents })));
        const look = async ({ host, agents }: (typeof looks)[number]): Promise<Measurement[]> => {
          const taken = await each(figure, grids, async (grid) => {
            options.say(`  ${grid} in ${host.name}, ${agents.toLocaleString('en')} agents`);
            return measured(figure, host, grid, pages.folder[grid], agents, options);
          });
          return compared(figure, `${host.name}, ${agents.toLocaleString('en')} agents`, agents >= usual, taken);
        };
        return (await each(figure, looks, look)).flat();
      } finally {
        for (const host of found) await host.stop();
      }
    } finally {
      pages.remove();
    }
  },
}));

function sizesOf({ sideBySide }: PageFigure, { quick }: BenchOptions): readonly number[] {
  return sideBySide === true || quick ? [usual] : sizes;
}

/** One after the other, so that none takes the other's time; or side by side, where that does not count. */
async function each<In, Out>({ sideBySide }: PageFigure, all: readonly In[], take: (one: In) => Promise<Out>): Promise<Out[]> {
  if (sideBySide === true) return Promise.all(all.map(take));
  const taken: Out[] = [];
  for (const one of all) taken.push(await take(one));
  return taken;
}

async function hosts({ say }: BenchOptions): Promise<readonly StageHost[]> {
  const electron = inElectron();
  if (electron.kind === 'found') return [inChromium(), await electron.start()];
  say(`  not in Electron: ${electron.why}`);
  return [inChromium()];
}

async function measured(
  figure: PageFigure,
  host: StageHost,
  grid: Grid,
  folder: string,
  agents: number,
  options: BenchOptions,
): Promise<Taken> {
  const stage = await host.open(grid, folder, agents);
  try {
    return await figure.measure(stage, grid, options);
  } finally {
    await stage.close();
  }
}

function compared(
  { judged, most }: PageFigure,
  at: string,
  goalHere: boolean,
  [{ also, ...own } = {}, { also: otherAlso, ...other } = {}]: readonly Taken[],
): Measurement[] {
  const ratio = judged(own) / judged(other);
  return [
    { at, ...own, ...(goalHere ? { met: judged(own) <= most } : {}) },
    { at: `${at}, ag-grid`, ...other },
    { at: `${at}, share of ag-grid’s`, value: ratio, met: ratio <= 1 },
    ...(also === undefined || otherAlso === undefined
      ? []
      : [
          { at: `${at}, ${also.what}`, value: also.value },
          { at: `${at}, ${also.what}, ag-grid`, value: otherAlso.value },
          { at: `${at}, ${also.what}, share of ag-grid’s`, value: also.value / otherAlso.value, met: also.value <= otherAlso.value },
        ]),
  ];
}
