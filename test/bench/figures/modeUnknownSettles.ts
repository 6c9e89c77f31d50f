import { modeOf } from '../../../contract/inspection.ts';
import { percentiles, type Figure } from '../figure.ts';
import { startRig, type Rig } from '../session/rig.ts';

const factor = 2;
const most = 1_000;
/** An inspector who clicks until it works does so about so often (ms). */
const betweenClicks = 100;

/** From the return of a link that was lost in the middle of a change to a change that the gateway confirms. */
export const modeUnknownSettles: Figure = {
  name: 'mode-unknown-settles',
  unit: 'ms',
  goal: `p95 ≤ ${most.toLocaleString('en')}`,
  measure: async ({ quick, say }) => {
    const times = quick ? 5 : 50;
    say(`  ${String(times)} changes in the middle of which the link is lost`);
    const settled: number[] = [];
    const rig = await startRig(factor, { phone: { kind: 'picksUp', afterMs: 300 } });
    try {
      rig.simulator.setAgent('20001', { state: 'talking' });
      await rig.bench.inspector.command('inspect', { workNo: '20001', mode: 'whisper', withoutCall: false });
      await rig.bench.listen('listening');
      for (let nth = 0; nth < times; nth += 1) settled.push(await settlesAfter(rig));
    } finally {
      await rig.close();
    }
    const measured = percentiles(settled);
    return [{ at: 'from the link’s return to a confirmed click', ...measured, met: measured.p95 <= most }];
  },
};

async function settlesAfter({ bench, proxy, clock, pause, live }: Rig): Promise<number> {
  await live();
  await proxy.set({ link: 'lost' });
  await bench.inspector.command('changeMode', { mode: 'insert', withoutCall: true });
  await bench.until('unknown, the change given up', ({ inspection }) => inspection?.asking === null && modeOf(inspection) === 'unknown');
  await bench.until('the loss noticed', ({ session }) => session.kind === 'signedIn' && session.connection.kind !== 'live');
  await proxy.set({ link: 'up' });
  const back = clock.now();
  for (;;) {
    await bench.inspector.command('changeMode', { mode: 'whisper', withoutCall: true });
    await bench.until('answered', ({ inspection }) => inspection?.asking === null);
    // Confirmed: what is unknown yet is only what the lost one may still do.
    const problem = bench.inspector.state().inspection?.problem?.code ?? null;
    if (problem === null || problem === 'mode-may-still-change') return clock.now() - back;
    await pause(betweenClicks);
  }
}
