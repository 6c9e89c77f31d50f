import type { Figure } from '../figure.ts';
import { pause } from '../inspectorLoad.ts';
import { atSize, sizes, withInspectors } from '../underLoad.ts';

const most = 300;

/** What its process holds while fifty inspectors poll and look at the roster. */
export const simulatorMemory: Figure = {
  name: 'simulator-memory-mb',
  unit: 'MB',
  goal: `≤ ${String(most)}`,
  measure: async ({ quick, say }) => {
    const seconds = quick ? 3 : 10;
    const measured = [];
    for (const size of sizes) {
      say(`  ${atSize(size)}, ${String(seconds)} s`);
      const value = await withInspectors(size, async (simulator, loads) => {
        const working = loads.flatMap((load) => [load.poll(), load.look(3_000)]);
        await pause(seconds * 1_000);
        const { rss } = await simulator.usage();
        for (const load of loads) load.stop();
        await Promise.all(working);
        return rss / 1_000_000;
      });
      measured.push({ at: atSize(size), value, met: value <= most });
    }
    return measured;
  },
};
