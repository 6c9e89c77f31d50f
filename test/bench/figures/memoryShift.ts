import { setTimeout as pause } from 'node:timers/promises';
import { formShown, signInByKeyboard, trustByKeyboard } from '../../support/byKeyboard.ts';
import { until } from '../../support/desktop/until.ts';
import { startPacked } from '../../support/packed.ts';
import type { Figure } from '../figure.ts';
import { memoryOf } from '../packed/memory.ts';
import { onDesktop } from '../packed/stage.ts';
import { startSimulatorProcess } from '../simulatorProcess.ts';

const agents = 5_000;
const minute = 60_000;
const most = 220;
const patience = 60_000;

const megabytes = (bytes: number): number => bytes / 1_000_000;

/** What all processes of the packed Earshot hold while its window shows a living centre. */
export const memoryShift: Figure = {
  name: 'memory-shift',
  unit: 'MB',
  goal: `≤ ${String(most)} of its own`,
  measure: ({ quick, say }) =>
    onDesktop(say, async ({ desktop, packed }) => {
      const minutes = quick ? 2 : 30;
      const simulator = await startSimulatorProcess(agents, 1);
      const earshot = await startPacked(packed.program, { env: desktop.env });
      const pid = earshot.process.pid ?? 0;
      try {
        await until('the form', () => Promise.resolve(formShown(desktop) ? true : null), patience);
        await signInByKeyboard(desktop, simulator);
        await until('the certificate', async () => ((await earshot.log()).includes('certificate not trusted') ? true : null), patience);
        await trustByKeyboard(desktop);
        await desktop.trayItem(({ tooltip }) => tooltip.startsWith('Earshot · Live as'));
        const at = `${agents.toLocaleString('en')} agents, ${String(minutes)} min`;
        await pause(minute);
        const early = memoryOf(pid);
        say(
          `  after 1 min ${megabytes(early.own).toFixed(0)} MB of its own, ${megabytes(early.proportional).toFixed(0)} MB with its share`,
        );
        await pause((minutes - 1) * minute);
        const late = memoryOf(pid);
        say(`  growth since then ${((100 * (late.own - early.own)) / early.own).toFixed(1)} %`);
        const live = (await desktop.trayItems()).some(({ tooltip }) => tooltip.startsWith('Earshot · Live as'));
        return [
          {
            at: `${at}, its own${live ? '' : ', NOT live at the end'}`,
            value: megabytes(late.own),
            met: live && megabytes(late.own) <= most,
          },
          { at: `${at}, with its share`, value: megabytes(late.proportional) },
        ];
      } finally {
        earshot.process.kill('SIGTERM');
        await earshot.ended;
        await simulator.stop();
        await earshot.forget();
      }
    }),
};
