import { modeOf, type Mode } from '../../../contract/inspection.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { createBench, signIn } from '../../support/inspectorOnSimulator.ts';
import { percentiles, type Figure } from '../figure.ts';

/** From the gateway's answer to a change of mode to the state that is sent to the page, and to the tray's picture being asked for. */
export const modeShown: Figure = {
  name: 'mode-shown',
  unit: 'ms',
  goal: 'p99 ≤ 20',
  measure: async ({ quick, say }) => {
    const changes = quick ? 60 : 600;
    say(`  ${String(changes)} changes of mode`);
    let answeredAt = 0;
    const simulator = await startSimulator({
      agents: 20,
      centre: 'still',
      queryLimit: 'off',
      phone: { kind: 'picksUp', afterMs: 0 },
      log: (_line, { interface: name }) => {
        if (name === 'requestSwitchInsertWhisperAgent') answeredAt = performance.now();
      },
    });
    const bench = createBench();
    try {
      simulator.setAgent('20001', { state: 'talking' });
      await signIn(bench, simulator);
      await bench.inspector.command('listen', { workNo: '20001' });
      await bench.listen('listening');
      const times: number[] = [];
      for (let nth = 0; nth < changes; nth += 1) {
        const to = (['whisper', 'insert', 'listen'] as const)[nth % 3] ?? 'listen';
        times.push(await shownAfter(to));
      }
      const measured = percentiles(times);
      return [{ at: 'state and tray', ...measured, met: measured.p99 <= 20 }];
    } finally {
      await bench.inspector.close();
      await simulator.close();
    }

    async function shownAfter(to: Mode): Promise<number> {
      const pictures = { listen: 'listening', whisper: 'whispering', insert: 'inserted', call: 'inserted' } as const;
      const shown = bench
        .until(`the mode ${to}`, ({ inspection }) => inspection !== null && inspection.asking === null && modeOf(inspection) === to)
        .then(() => (bench.shown.present.tray?.picture === pictures[to] ? performance.now() : NaN));
      await bench.inspector.command('changeMode', { mode: to, withoutCall: true });
      const at = await shown;
      return at - answeredAt;
    }
  },
};
