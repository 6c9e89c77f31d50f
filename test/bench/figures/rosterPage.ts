import { setTimeout as pause } from 'node:timers/promises';
import { asked } from '../asked.ts';
import { percentiles, type BenchOptions, type Figure, type Measurement } from '../figure.ts';
import { busy, heap, keystrokes, patchScript, scroll, spent } from '../rosterPage/measure.ts';
import { inChromium } from '../rosterPage/inChromium.ts';
import { earlierPage } from '../rosterPage/earlier.ts';
import { inElectron } from '../rosterPage/inElectron.ts';
import { buildPages, type Grid, type Stage, type StageHost } from '../rosterPage/stage.ts';

const sizes = [1_000, 10_000, 59_899];
/** For what runs on for half an hour, or is looked at quickly. */
const usual = 10_000;
/** Earshot's first: what is taken stands in this order. */
const grids: readonly Grid[] = ['Earshot', 'ag-grid'];

/** Whose figures stand beside each other. */
type Page = Grid | 'earlier build';
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
    measure: async (stage) => ({ value: stage.first, also: { what: threadCpu, value: await spent(stage) } }),
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

/**
 * The roster's page in real Chromium and in Electron, and beside it the same rows and changes in ag-grid-community, as a ratio; in Chromium
 * also an earlier build's page, where one is named.
 */
export const rosterPageFigures: readonly Figure[] = figures.map((figure) => ({
  name: figure.name,
  unit: figure.unit,
  goal: figure.goal,
  measure: async (options) => {
    const pages = await buildPages();
    try {
      const found = await hosts(options);
      const { beside, agents: given } = asked(process.env);
      const earlier = beside === null ? null : await earlierPage(beside);
      try {
        const looks = found.flatMap((host) => (given ?? sizesOf(figure, options)).map((agents) => ({ host, agents })));
        const look = async ({ host, agents }: (typeof looks)[number]): Promise<Measurement[]> => {
          const pagesHere: readonly Page[] = earlier === null || host.name !== 'Chromium' ? grids : [...grids, 'earlier build'];
          const taken = await each(figure, pagesHere, async (page): Promise<[Page, Taken]> => {
            options.say(`  ${page} in ${host.name}, ${agents.toLocaleString('en')} agents`);
            const grid = page === 'ag-grid' ? page : 'Earshot';
            const [stageHost, folder] =
              page === 'earlier build' && earlier !== null ? [earlier.host, earlier.folder] : [host, pages.folder[grid]];
            return [page, await measured(figure, stageHost, grid, folder, agents, options)];
          });
          return compared(figure, `${host.name}, ${agents.toLocaleString('en')} agents`, agents >= usual, new Map(taken));
        };
        return (await each(figure, looks, look)).flat();
      } finally {
        for (const host of [...found, ...(earlier === null ? [] : [earlier.host])]) await host.stop();
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

function compared({ judged, most }: PageFigure, at: string, goalHere: boolean, taken: ReadonlyMap<Page, Taken>): Measurement[] {
  const { also, ...own } = taken.get('Earshot') ?? {};
  const others = [...taken].filter(([page]) => page !== 'Earshot');
  return [
    { at, ...own, ...(goalHere ? { met: judged(own) <= most } : {}) },
    ...others.flatMap(([page, { also: _also, ...other }]) => [
      { at: `${at}, ${page}`, ...other },
      { at: `${at}, share of ${ownerOf(page)}`, ...shareOf(judged(own), judged(other), page) },
    ]),
    ...(also === undefined
      ? []
      : [
          { at: `${at}, ${also.what}`, value: also.value },
          ...others.flatMap(([page, other]) =>
            other.also === undefined
              ? []
              : [
                  { at: `${at}, ${also.what}, ${page}`, value: other.also.value },
                  { at: `${at}, ${also.what}, share of ${ownerOf(page)}`, ...shareOf(also.value, other.also.value, page) },
                ],
          ),
        ]),
  ];
}

const ownerOf = (page: Page): string => (page === 'ag-grid' ? 'ag-grid’s' : 'the earlier build’s');

function shareOf(own: number, other: number, page: Page): Pick<Measurement, 'value' | 'met'> {
  const value = own / other;
  return { value, ...(page === 'ag-grid' ? { met: value <= 1 } : {}) };
}
