import type { Figure } from '../figure.ts';
import { pause } from '../inspectorLoad.ts';
import { atSize, withInspectors } from '../underLoad.ts';

const size = { agents: 2_000 };
const most = 5;
/** The simulator remembers its last 50,000 requests: only when it does is more of them no growth. */
const remembered = 55_000;

/** Growth of the heap over ten minutes in which fifty inspectors poll, look and listen. */
export const simulatorSoak: Figure = {
  name: 'simulator-soak-memory-growth',
  unit: '%',
  goal: `≤ ${String(most)}`,
  measure: async ({ quick, say }) => {
    const seconds = quick ? 30 : 600;
    say(`  filling its memory of requests, then ${String(seconds)} s`);
    const value = await withInspectors(size, async (simulator, loads) => {
      let left = remembered;
      await Promise.all(
        loads.map(async (load) => {
          while ((left -= 1) >= 0) await load.send('GET', 'onlineagent/{id}/agentstatus');
        }),
      );
      const working = loads.flatMap((load, index) => [load.poll(), load.look(3_000), ...(index % 5 === 0 ? [load.listen('20001')] : [])]);
      await pause(5_000);
      const before = await simulator.usage();
      await pause(seconds * 1_000);
      const after = await simulator.usage();
      for (const load of loads) load.stop();
      await Promise.all(working);
      return (100 * (after.heapUsed - before.heapUsed)) / before.heapUsed;
    });
    return [{ at: atSize(size), value, met: value <= most }];
  },
};
