import type { Figure } from '../figure.ts';
import { pause } from '../inspectorLoad.ts';
import { atSize, sizes, withInspectors } from '../underLoad.ts';

const goal = 100;

/** Fifty inspectors ask without a pause, every sixteenth time for the whole roster. */
export const simulatorRequests: Figure = {
  name: 'simulator-requests-per-s',
  unit: 'requests/s',
  goal: `≥ ${String(goal)}`,
  measure: async ({ quick, say }) => {
    const seconds = quick ? 3 : 10;
    const measured = [];
    for (const size of sizes) {
      say(`  ${atSize(size)}, ${String(seconds)} s`);
      const value = await withInspectors(size, async (_, loads) => {
        let count = 0;
        const hammering = loads.map((load) => load.hammer(() => (count += 1)));
        await pause(1_000);
        count = 0;
        const began = performance.now();
        await pause(seconds * 1_000);
        const perSecond = (count * 1_000) / (performance.now() - began);
        for (const load of loads) load.stop();
        await Promise.all(hammering);
        return perSecond;
      });
      measured.push({ at: atSize(size), value, met: value >= goal });
    }
    return measured;
  },
};
