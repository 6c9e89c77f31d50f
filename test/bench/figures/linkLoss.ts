import { percentiles, type Figure } from '../figure.ts';
import { startRig } from '../session/rig.ts';

const factor = 4;
const most = 16_000;

/** What a lost link can look like; the first is a dead VPN: nothing comes back, nothing is refused. */
const losses = [
  { name: 'silent', set: { link: 'lost' } },
  { name: 'half-open', set: { halfOpen: 'server' } },
] as const;

/** From the loss of the link to the moment at which the connection is no longer shown as live. */
export const linkLossShown: Figure = {
  name: 'link-loss-shown',
  unit: 'ms',
  goal: `≤ ${String(most)}`,
  measure: async ({ quick, say }) => {
    const times = quick ? 3 : 20;
    const measured = [];
    for (const loss of losses) {
      say(`  ${loss.name}, ${String(times)} losses`);
      const shown: number[] = [];
      const rig = await startRig(factor);
      try {
        for (let nth = 0; nth < times; nth += 1) {
          await rig.live();
          // Anywhere in the gateway's hold.
          await rig.pause(10_000 * Math.random());
          const lostAt = rig.clock.now();
          await rig.proxy.set(loss.set);
          await rig.bench.until('loss shown', ({ session }) => session.kind === 'signedIn' && session.connection.kind !== 'live');
          shown.push(rig.clock.now() - lostAt);
          await rig.proxy.set({ link: 'up', halfOpen: 'off' });
          rig.bench.sleep(0);
        }
      } finally {
        await rig.close();
      }
      const worst = Math.max(...shown);
      measured.push({ at: `${loss.name}, worst`, value: worst, met: worst <= most }, { at: loss.name, ...percentiles(shown) });
    }
    return measured;
  },
};
