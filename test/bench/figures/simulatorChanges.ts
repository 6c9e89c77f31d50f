import type { Figure } from '../figure.ts';
import { pause } from '../inspectorLoad.ts';
import { atSize, forced, sizes, withInspectors } from '../underLoad.ts';

const tolerance = 0.02;

/** How often agents change state: by themselves, to be known, and when they are forced to. */
export const simulatorChanges: Figure = {
  name: 'simulator-changes-per-s',
  unit: 'changes/s',
  goal: `forced: within ${String(tolerance * 100)} %`,
  measure: async ({ quick, say }) => {
    const seconds = quick ? 10 : 60;
    const measured = [];
    for (const size of [...sizes, forced]) {
      say(`  ${atSize(size)}, ${String(seconds)} s`);
      const value = await withInspectors(size, async (simulator, loads) => {
        const working = loads.map((load) => load.poll());
        const before = await simulator.usage();
        await pause(seconds * 1_000);
        const after = await simulator.usage();
        for (const load of loads) load.stop();
        await Promise.all(working);
        return (1_000 * (after.changes - before.changes)) / (after.at - before.at);
      });
      const isForced = size === forced;
      const met = Math.abs(value / forced.changesPerSecond - 1) <= tolerance;
      measured.push({ at: atSize(size), value, ...(isForced ? { met } : {}) });
    }
    return measured;
  },
};
