import type { Figure } from '../figure.ts';
import { startRig } from '../session/rig.ts';

/** So many times faster than the wall clock run gateway and core; the gaps between polls shrink with it. */
const factor = 20;

/** Events that the gateway delivered no trace of in the core, or twice, while the link was up and the Guid changed every second. */
export const eventsLost: Figure = {
  name: 'events-lost',
  unit: 'events',
  goal: '0',
  measure: async ({ quick, say }) => {
    const count = quick ? 1_000 : 10_000;
    say(`  ${String(count)} events, the Guid renewed every second`);
    const rig = await startRig(factor, { timings: { guidInterval: 1_000, guidTimeout: 20_000 } });
    try {
      await rig.live();
      for (let sent = 0; sent < count;) {
        const burst = Math.min(1 + Math.floor(Math.random() * 50), count - sent);
        for (let nth = 0; nth < burst; nth += 1) rig.simulator.pushEvent(rig.inspector, benchEvent(sent + nth));
        sent += burst;
        await taken(rig.bench.log, sent, rig.pause);
      }
      const seen = rig.bench.log.flatMap((line) => /Bench_Event_([a-j]+)/.exec(line)?.[1] ?? []);
      const renewals = rig.simulator.requests.filter(({ answer }) => answer?.setGuid === true).length;
      if (renewals < count / 10) throw new Error(`The Guid was renewed ${String(renewals)} times only: nothing was measured`);
      const lost = count - new Set(seen).size;
      const twice = seen.length - new Set(seen).size;
      return [
        {
          at: `${count.toLocaleString('en')} events, ${renewals.toLocaleString('en')} Guids`,
          value: lost + twice,
          met: lost + twice === 0,
        },
      ];
    } finally {
      await rig.close();
    }
  },
};

/** Named as the gateway names events, which have no digits: what is named otherwise is not logged. */
function benchEvent(nth: number): string {
  return `Bench_Event_${String(nth)
    .padStart(5, '0')
    .replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`;
}

/** Until the last of these events was seen; one that is lost must not end the bench, so that this gives up after a minute. */
async function taken(log: readonly string[], sent: number, pause: (ms: number) => Promise<void>): Promise<void> {
  const last = `${benchEvent(sent - 1)}"`;
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (log.slice(-60).some((line) => line.includes(last))) return;
    await pause(100);
  }
}
