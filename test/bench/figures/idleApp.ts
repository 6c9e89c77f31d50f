import { setTimeout as pause } from 'node:timers/promises';
import { asked } from '../asked.ts';
import type { Figure, Measurement } from '../figure.ts';
import { buildsOf, type Build } from '../packed/builds.ts';
import { cpuOf } from '../packed/cpu.ts';
import { signedIn } from '../packed/signedIn.ts';
import { onDesktop } from '../packed/stage.ts';
import { startSimulatorProcess } from '../simulatorProcess.ts';

const usual = [10_000];
const most = { visible: 5, hidden: 1 } as const;

type View = keyof typeof most;

/**
 * CPU of all processes of the packed Earshot while nobody touches it and the centre lives on: its window shown, then closed to the tray;
 * one after the other with an earlier build, where one is named.
 */
export const idleApp: Figure = {
  name: 'idle-cpu-app',
  unit: '% of a core',
  goal: `≤ ${String(most.visible)} visible, ≤ ${String(most.hidden)} hidden; visible ≤ 0.4 of the earlier build (EARSHOT_BENCH_BESIDE)`,
  measure: ({ quick, say }) =>
    onDesktop(say, async ({ desktop, packed }) => {
      const { beside, agents } = asked(process.env);
      const ms = quick ? 20_000 : 120_000;
      const builds = await buildsOf(packed, beside);
      const measured: Measurement[] = [];
      for (const size of agents ?? usual) {
        const taken = new Map<Build, Readonly<Record<View, number>>>();
        for (const [build, { program }] of builds) {
          const earshot = await signedIn(desktop, program, await startSimulatorProcess(size, 1));
          const look = async (at: View): Promise<number> => {
            // What the change of view itself takes is over.
            await pause(10_000);
            const shares = await cpuOf(earshot.pid, ms);
            say(`  ${build}, ${at}: ${[...shares].map(([kind, share]) => `${kind} ${share.toFixed(2)}`).join(', ')}`);
            return [...shares.values()].reduce((sum, share) => sum + share, 0);
          };
          try {
            const visible = await look('visible');
            await desktop.closeWindow('Earshot');
            taken.set(build, { visible, hidden: await look('hidden') });
          } finally {
            await earshot.end();
          }
        }
        measured.push(...reported(`${size.toLocaleString('en')} agents`, taken));
      }
      return measured;
    }),
};

function reported(agents: string, taken: ReadonlyMap<Build, Readonly<Record<View, number>>>): Measurement[] {
  const now = taken.get('this build');
  const earlier = taken.get('earlier build');
  return (['visible', 'hidden'] as const).flatMap((view) => {
    const [value, before] = [now?.[view] ?? NaN, earlier?.[view]];
    const at = `${view}, ${agents}`;
    const own: Measurement = { at, value, met: value <= most[view] };
    if (before === undefined) return [own];
    const share = value / before;
    return [
      own,
      { at: `${at}, earlier build`, value: before },
      { at: `${at}, share of the earlier build’s`, value: share, ...(view === 'visible' ? { met: share <= 0.4 } : {}) },
    ];
  });
}
