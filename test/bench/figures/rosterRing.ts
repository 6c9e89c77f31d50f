import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createRosterSender } from '../../../main/app/rosterSender.ts';
import { createSubscription } from '../../../main/roster/subscription.ts';
import { createRosterTable } from '../../../main/roster/table.ts';
import { percentiles, type Figure, type Measurement } from '../figure.ts';
import { createCentre } from '../rosterLists.ts';

const sizes = [10_000, 59_899];
const most = 8;

/** How much later than sent something from outside is heard while a look is read and taken in: what a look adds to a ring's way. */
export const rosterRing: Figure = {
  name: 'roster-ring',
  unit: 'ms',
  goal: `p99 ≤ ${String(most)}`,
  measure: async ({ quick, say }) => {
    const looks = quick ? 40 : 200;
    const ticks = new Worker(new URL('../ticks.ts', import.meta.url));
    try {
      const measured: Measurement[] = [];
      for (const agents of sizes) {
        const at = `${agents.toLocaleString('en')} agents`;
        say(`  ${at}, ${String(looks)} looks`);
        const { during, beside } = await measureDelays(agents, looks, ticks);
        const taken = percentiles(during);
        measured.push(
          { at: `${at}, ${String(during.length)} in looks`, ...taken, met: taken.p99 <= most },
          { at: `${at}, while nothing is done`, ...percentiles(beside) },
        );
      }
      return measured;
    } finally {
      await ticks.terminate();
    }
  },
};

async function measureDelays(
  agents: number,
  looks: number,
  ticks: Worker,
): Promise<{ readonly during: number[]; readonly beside: number[] }> {
  const centre = createCentre(agents);
  const table = createRosterTable(() => '291');
  const sender = createRosterSender((part) => {
    structuredClone(part);
  });
  const feed = createSubscription({ rows: table.rows, details: () => null }, sender.send);
  const during: number[] = [];
  const beside: number[] = [];
  const spans: { readonly from: number; readonly until: number }[] = [];
  const heard: { readonly sent: number; readonly delay: number }[] = [];
  const hear = (sent: number): void => {
    heard.push({ sent, delay: performance.timeOrigin + performance.now() - sent });
  };
  ticks.on('message', hear);
  for (let look = 0; look <= looks; look += 1) {
    const body = centre.answer();
    // What was sent while the bench wrote the answer is heard before the look begins.
    await pause(100);
    const from = performance.timeOrigin + performance.now();
    const { list } = await table.reader().read(body, 'application/json; charset=UTF-8');
    if (list === null) throw new Error('The answer was not readable');
    await table.applyList({ list, at: look * 3_000, continuous: look > 0 });
    const touched = table.touched();
    if (look === 0) feed.watch(true);
    else feed.update(table.rows() ?? new Map(), touched);
    if (look > 0) spans.push({ from, until: performance.timeOrigin + performance.now() });
    await pause(50);
    if (look === 0) heard.length = 0;
    for (const { sent, delay } of heard.splice(0)) {
      const span = spans.at(-1);
      if (span === undefined) continue;
      if (sent >= span.from && sent <= span.until) during.push(delay);
      else if (sent > span.until) beside.push(delay);
    }
    centre.change();
  }
  ticks.off('message', hear);
  return { during, beside };
}
