import { setTimeout as pause } from 'node:timers/promises';
import type { Figure, Measurement } from '../figure.ts';
import { cpuOf } from '../packed/cpu.ts';
import { signedIn } from '../packed/signedIn.ts';
import { onDesktop } from '../packed/stage.ts';
import { startSimulatorProcess } from '../simulatorProcess.ts';

const agents = 10_000;
const most = { visible: 5, hidden: 1 } as const;

/** CPU of all processes of the packed Earshot while nobody touches it and the centre lives on: its window shown, then closed to the tray. */
export const idleApp: Figure = {
  name: 'idle-cpu-app',
  unit: '% of a core',
  goal: `≤ ${String(most.visible)} visible, ≤ ${String(most.hidden)} hidden`,
  measure: ({ quick, say }) =>
    onDesktop(say, async ({ desktop, packed }) => {
      const ms = quick ? 20_000 : 120_000;
      const earshot = await signedIn(desktop, packed.program, await startSimulatorProcess(agents, 1));
      try {
        const look = async (at: keyof typeof most): Promise<Measurement> => {
          // What the change of view itself takes is over.
          await pause(10_000);
          const shares = await cpuOf(earshot.pid, ms);
          say(`  ${at}: ${[...shares].map(([kind, share]) => `${kind} ${share.toFixed(2)}`).join(', ')}`);
          const value = [...shares.values()].reduce((sum, share) => sum + share, 0);
          return { at: `${at}, ${agents.toLocaleString('en')} agents`, value, met: value <= most[at] };
        };
        const visible = await look('visible');
        await desktop.closeWindow('Earshot');
        return [visible, await look('hidden')];
      } finally {
        await earshot.end();
      }
    }),
};
