import { loadavg } from 'node:os';
import { startToForm } from '../../../scripts/windows/startTime.ts';
import { keepWindowsUp, keptFolder, setUpWine, type WineNode } from '../../../scripts/windows/wine.ts';
import setUpPrograms from '../../support/bundled/setup.ts';
import { percentiles, type Figure, type Measurement } from '../figure.ts';

const runs = { quick: 3, whole: 10 } as const;

/** From the start of the web host to its page, which holds the form: here and, on Linux, on Windows' Node.js under Wine beside it. */
export const webHostStart: Figure = {
  name: 'web-host-start',
  unit: 'ms',
  goal: '',
  measure: async ({ quick, say }) => {
    await setUpPrograms();
    const here: WineNode = { program: process.execPath, env: {} };
    const there = process.platform === 'linux' ? setUpWine(keptFolder(process.env)) : null;
    const letGo = there === null ? () => undefined : keepWindowsUp(there);
    try {
      const [onHere, onWindows]: [number[], number[]] = [[], []];
      // In turn, so that both have the same machine's load. The first start of each is not counted: its files are not in memory yet.
      for (let run = 0; run <= (quick ? runs.quick : runs.whole); run += 1) {
        const ms = await startToForm(here);
        const msThere = there === null ? null : await startToForm(there);
        say(`  ${ms.toFixed(0)} ms, Windows ${msThere?.toFixed(0) ?? '–'} ms, load ${(loadavg()[0] ?? NaN).toFixed(1)}`);
        if (run === 0) continue;
        onHere.push(ms);
        if (msThere !== null) onWindows.push(msThere);
      }
      const rows: Measurement[] = [{ at: 'this system’s Node.js', ...percentiles(onHere) }];
      if (onWindows.length > 0) rows.push({ at: 'Windows’ Node.js under Wine', ...percentiles(onWindows) });
      return rows;
    } finally {
      letGo();
    }
  },
};
