import type { Figure } from '../figure.ts';
import { pause } from '../inspectorLoad.ts';
import { atSize, forced, sizes, withInspectors } from '../underLoad.ts';

const most = 30;

function cpuFigure(name: string, rosterEvery: number | undefined): Figure {
  return {
    name,
    unit: '% of one core',
    goal: `< ${String(most)}`,
    measure: async ({ quick, say }) => {
      const seconds = quick ? 5 : 20;
      const measured = [];
      for (const size of [...sizes, forced]) {
        say(`  ${atSize(size)}, ${String(seconds)} s`);
        const value = await withInspectors(size, async (simulator, loads) => {
          const working = loads.flatMap((load) => [load.poll(), ...(rosterEvery === undefined ? [] : [load.look(rosterEvery)])]);
          await pause(2_000);
          const before = await simulator.usage();
          await pause(seconds * 1_000);
          const after = await simulator.usage();
          for (const load of loads) load.stop();
          await Promise.all(working);
          return (100 * (after.cpuMs - before.cpuMs)) / (after.at - before.at);
        });
        measured.push({ at: atSize(size), value, met: value < most });
      }
      return measured;
    },
  };
}

/** A living centre, fifty inspectors polling for events as a client does. */
export const simulatorCpu = cpuFigure('simulator-cpu-share', undefined);

/** The same, each of the fifty also looking at the whole roster every three seconds. */
export const simulatorCpuWithRosters = cpuFigure('simulator-cpu-share-with-rosters', 3_000);
