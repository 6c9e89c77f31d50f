import { setTimeout as pause } from 'node:timers/promises';
import { rowOf, type Grid, type Stage } from './stage.ts';

/** The share of four patches a second that one may take. */
const PATCH_EVERY_MS = 250;

/** Milliseconds of script in the page for each patch, its parsing among them. */
export async function patchScript(stage: Stage, patches: number): Promise<number[]> {
  const took: number[] = [];
  for (let count = -5; count < patches; count += 1) {
    const before = await scriptTime(stage);
    stage.change();
    await pause(PATCH_EVERY_MS);
    // The first few warm the code up, as a shift's first seconds do.
    if (count >= 0) took.push((await scriptTime(stage)) - before);
    else await scriptTime(stage);
  }
  return took;
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

/** Milliseconds from each keystroke in the search until the rows that it leaves were painted. */
export async function keystrokes({ page }: Stage, rounds: number): Promise<number[]> {
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
  return page.evaluate<number[]>('window.keystrokes');
}

/** Scrolls through everything, so many pixels a frame, and gives the length of each frame and the most rows that stood in the page. */
export async function scroll(
  { page }: Stage,
  grid: Grid,
  frames: number,
): Promise<{ readonly frames: number[]; readonly mounted: number }> {
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
  return page.evaluate<{ frames: number[]; mounted: number }>(script);
}

/** Bytes of the page's heap, rubbish collected. */
export async function heap({ devtools }: Stage): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Percent of one core that the page's own thread was busy, over so many milliseconds. */
export async function busy({ devtools }: Stage, ms: number): Promise<number> {
  const time = async (): Promise<{ task: number; at: number }> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { task: value('TaskDuration'), at: value('Timestamp') };
  };
  const before = await time();
  await pause(ms);
  const after = await time();
  return (100 * (after.task - before.task)) / (after.at - before.at);
}
