import { setTimeout as pause } from 'node:timers/promises';
import { percentiles, type BenchOptions, type Figure, type Measurement } from '../figure.ts';
import { busy, heap, keystrokes, patchScript, scroll } from '../rosterPage/measure.ts';
import { buildPages, openStage, type Grid, type Stage } from '../rosterPage/stage.ts';

const sizes = [1_000, 5_000, 10_000];
const grids: readonly Grid[] = ['Earshot', 'ag-grid'];
const MINUTE = 60_000;

type Taken = Omit<Measurement, 'at' | 'met'>;

interface PageFigure {
  readonly name: string;
  readonly unit: string;
  readonly goal: string;
  /** What is compared with the goal and with the other grid. */
  readonly judged: (taken: Taken) => number;
  readonly most: number;
  measure(stage: Stage, grid: Grid, options: BenchOptions): Promise<Taken>;
}

const figures: readonly PageFigure[] = [
  {
    name: 'roster-paint',
    unit: 'ms',
    goal: 'p95 ≤ 8 at 10,000',
    judged: ({ p95 }) => p95 ?? NaN,
    most: 8,
    measure: async (stage, _grid, { quick }) => percentiles(await patchScript(stage, quick ? 40 : 200)),
  },
  {
    name: 'roster-search',
    unit: 'ms',
    goal: 'p95 ≤ 50 at 10,000',
    judged: ({ p95 }) => p95 ?? NaN,
    most: 50,
    measure: async (stage, _grid, { quick }) => percentiles(await keystrokes(stage, quick ? 2 : 8)),
  },
  {
    name: 'roster-scroll',
    unit: 'ms a frame',
    goal: 'worst ≤ 32 at 10,000',
    judged: ({ value }) => value ?? NaN,
    most: 32,
    measure: async (stage, grid, { quick, say }) => {
      const { frames, mounted } = await scroll(stage, grid, quick ? 300 : 1_000);
      say(`    at most ${String(mounted)} row elements`);
      return { ...percentiles(frames), value: Math.max(...frames) };
    },
  },
  {
    name: 'roster-first',
    unit: 'ms',
    goal: '≤ 400 at 10,000',
    judged: ({ value }) => value ?? NaN,
    most: 400,
    measure: (stage) => Promise.resolve({ value: stage.first }),
  },
  {
    name: 'roster-heap-growth',
    unit: '%',
    goal: '≤ 5 at 10,000',
    judged: ({ value }) => value ?? NaN,
    most: 5,
    measure: async (stage, _grid, { quick }) => {
      const [early, late] = quick ? [0.25 * MINUTE, 1.5 * MINUTE] : [5 * MINUTE, 30 * MINUTE];
      const began = Date.now();
      const until = async (ms: number): Promise<void> => {
        while (Date.now() - began < ms) {
          stage.change();
          await pause(250);
        }
      };
      await until(early);
      const before = await heap(stage);
      await until(late);
      return { value: (100 * ((await heap(stage)) - before)) / before };
    },
  },
  {
    name: 'idle-cpu-visible',
    unit: '% of a core',
    goal: '≤ 5 at 10,000',
    judged: ({ value }) => value ?? NaN,
    most: 5,
    measure: async (stage, _grid, { quick }) => ({ value: await busy(stage, quick ? 10_000 : 60_000) }),
  },
  {
    name: 'idle-cpu-hidden',
    unit: '% of a core',
    goal: '≤ 1 at 10,000',
    judged: ({ value }) => value ?? NaN,
    most: 1,
    measure: async (stage, _grid, { quick }) => {
      // No browser that a test drives says by itself that it is hidden; the page is told so.
      await stage.page.evaluate(`
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));`);
      await pause(1_000);
      return { value: await busy(stage, quick ? 10_000 : 60_000) };
    },
  },
];

/** The roster's page in real Chromium, and beside it the same rows and changes in ag-grid-community, as a ratio. */
export const rosterPageFigures: readonly Figure[] = figures.map((figure) => ({
  name: figure.name,
  unit: figure.unit,
  goal: figure.goal,
  measure: async (options) => {
    const pages = await buildPages();
    const rows: Measurement[] = [];
    try {
      for (const agents of options.quick ? sizes.slice(-1) : sizes) {
        const taken = new Map<Grid, Taken>();
        for (const grid of grids) {
          options.say(`  ${grid}, ${agents.toLocaleString('en')} agents`);
          const stage = await openStage(grid, pages.folder[grid], agents);
          try {
            taken.set(grid, await figure.measure(stage, grid, options));
          } finally {
            await stage.close();
          }
        }
        rows.push(...compared(figure, agents, taken));
      }
    } finally {
      pages.remove();
    }
    return rows;
  },
}));

function compared({ judged, most }: PageFigure, agents: number, taken: ReadonlyMap<Grid, Taken>): Measurement[] {
  const at = `${agents.toLocaleString('en')} agents`;
  const [own, other] = [taken.get('Earshot') ?? {}, taken.get('ag-grid') ?? {}];
  const ratio = judged(own) / judged(other);
  return [
    { at, ...own, ...(agents === sizes.at(-1) ? { met: judged(own) <= most } : {}) },
    { at: `${at}, ag-grid`, ...other },
    { at: `${at}, share of ag-grid’s`, value: ratio, met: ratio <= 1 },
  ];
}
