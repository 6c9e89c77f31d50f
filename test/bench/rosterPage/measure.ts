import { setTimeout as pause } from 'node:timers/promises';
import { rowOf, type Grid, type Stage } from './stage.ts';

/** The share of four patches a second that one may take. */
const PATCH_EVERY_MS = 250;

export interface Patched {
  /**
   * Milliseconds of CPU that the page's scripts take for each patch, its parsing among them; in Electron what the preload's bridge calls,
   * too, as each message comes in a task of its own (electron/ownTask.ts).
   */
  readonly script: number[];
  /** Milliseconds of CPU that the page's own thread took for a patch, on average, the ticking of the times with it. */
  readonly cpu: number;
}

export async function patchScript(stage: Stage, patches: number): Promise<Patched> {
  const took: number[] = [];
  let taskBefore = 0;
  for (let count = -5; count < patches; count += 1) {
    if (count === 0) taskBefore = await taskTime(stage.devtools);
    const before = await scriptTime(stage);
    await stage.change();
    await pause(PATCH_EVERY_MS);
    // The first few warm the code up, as a shift's first seconds do.
    if (count >= 0) took.push((await scriptTime(stage)) - before);
    else await scriptTime(stage);
  }
  return { script: took, cpu: (1_000 * ((await taskTime(stage.devtools)) - taskBefore)) / patches };
}

async function scriptTime({ devtools }: Stage): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
}

const watchKeystrokes = `
  window.keystrokes = [];
  document.addEventListener('input', () => {
    const began = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.keystrokes.push(performance.now() - began)));
  }, true);`;

/** Milliseconds from a keystroke in the search until the rows that it leaves were painted. */
export interface Keystrokes {
  /** The first one, which finds nothing prepared. */
  readonly first: number;
  readonly later: number[];
}

export async function keystrokes({ page }: Stage, rounds: number): Promise<Keystrokes> {
  await page.evaluate(watchKeystrokes);
  const search = page.getByRole('searchbox');
  await search.focus();
  for (let round = 0; round < rounds; round += 1) {
    for (const word of ['gar', '2012', 'wxy', 'li w']) {
      for (const key of word) {
        await page.keyboard.type(key);
        await pause(60);
      }
      for (let left = word.length; left > 0; left -= 1) {
        await page.keyboard.press('Backspace');
        await pause(60);
      }
    }
  }
  const [first = NaN, ...later] = await page.evaluate<number[]>('window.keystrokes');
  return { first, later };
}

export interface Scrolled {
  /** Milliseconds from frame to frame, whatever else the machine does. */
  readonly frames: number[];
  /** Milliseconds of CPU that the page's own thread took for a frame, on average. */
  readonly cpu: number;
  /** The most rows that stood in the page. */
  readonly mounted: number;
}

/** Scrolls through everything in so many frames. */
export async function scroll({ page, devtools }: Stage, grid: Grid, frames: number): Promise<Scrolled> {
  const script = `new Promise((resolve) => {
    let scroller = document.querySelector(${JSON.stringify(rowOf[grid])});
    while (!(scroller.scrollHeight > scroller.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(scroller).overflowY))) scroller = scroller.parentElement;
    const step = (scroller.scrollHeight - scroller.clientHeight) / ${String(frames)};
    const took = [];
    let mounted = 0;
    let last = null;
    const next = (now) => {
      if (last !== null) took.push(now - last);
      last = now;
      mounted = Math.max(mounted, document.querySelectorAll(${JSON.stringify(rowOf[grid])}).length);
      if (took.length >= ${String(frames)}) { resolve({ frames: took, mounted }); return; }
      scroller.scrollTop += step;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`;
  const before = await taskTime(devtools);
  const taken = await page.evaluate<Omit<Scrolled, 'cpu'>>(script);
  return { ...taken, cpu: (1_000 * ((await taskTime(devtools)) - before)) / frames };
}

/** Bytes of the page's heap, rubbish collected. */
export async function heap({ devtools }: Stage): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Percent of one core that the page's own thread was busy, over so many milliseconds. */
export async function busy({ devtools }: Stage, ms: number): Promise<number> {
  const before = await taskTime(devtools);
  const began = performance.now();
  await pause(ms);
  const after = await taskTime(devtools);
  return (100_000 * (after - before)) / (performance.now() - began);
}

/** Milliseconds of CPU that the page's own thread took since it was opened. */
export async function spent({ devtools }: Stage): Promise<number> {
  return 1_000 * (await taskTime(devtools));
}

/** Seconds of CPU that the page's own thread took so far. */
async function taskTime(devtools: Stage['devtools']): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}
