import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RosterMessage } from '../../../contract/roster.ts';
import { createRosterSender } from '../../../main/app/rosterSender.ts';
import { createSubscription } from '../../../main/roster/subscription.ts';
import { createRosterTable } from '../../../main/roster/table.ts';
import { percentiles, type Figure, type Measurement } from '../figure.ts';
import { createCentre } from '../rosterLists.ts';

const sizes = [1_000, 10_000, 59_899];
/** Milliseconds. */
const most: Readonly<Record<number, { readonly held: number }>> = { 10_000: { held: 8 }, 59_899: { held: 16 } };

/** From the answer's bytes to the patch as Electron hands it over, of which 1 % of the agents is new. */
export const rosterMain: Figure = {
  name: 'roster-main',
  unit: 'ms of CPU',
  goal: 'held ≤ 8 at 10,000, ≤ 16 at 59,899',
  measure: async ({ quick, say }) => {
    const looks = quick ? 40 : 200;
    const measured: Measurement[] = [];
    for (const agents of sizes) {
      const at = `${agents.toLocaleString('en')} agents`;
      say(`  ${at}, ${String(looks)} looks`);
      const [first, ...later] = await measureLooks(agents, looks);
      const held = percentiles(later.map(({ held }) => held));
      const goal = most[agents];
      measured.push(
        { at: `${at}, a look`, ...percentiles(later.map(({ whole }) => whole)) },
        { at: `${at}, held at a stretch in a look`, ...held, ...(goal === undefined ? {} : { met: held.p95 <= goal.held }) },
        { at: `${at}, the longest stretch`, value: Math.max(...later.map(({ held }) => held)) },
        { at: `${at}, the first look`, value: first?.whole ?? NaN },
        { at: `${at}, the first look's longest stretch`, value: first?.held ?? NaN },
      );
    }
    return measured;
  },
};

/** What a host does of the roster's way to its page. */
function createPageOfBench() {
  let arrived = true;
  const sender = createRosterSender((part) => {
    structuredClone(part);
    arrived = part.kind !== 'packed' || part.last;
  });
  return {
    send: (message: RosterMessage) => {
      arrived = false;
      sender.send(message);
    },
    arrived: async () => {
      while (!arrived) await nextTurn();
    },
  };
}

/** Milliseconds of the thread's own CPU time: what other programs of a busy machine take does not count. */
interface Took {
  readonly whole: number;
  /** The longest stretch in which nobody else could have a turn. */
  readonly held: number;
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Watches how long each turn of the event loop takes while something is done. */
async function watched(run: () => Promise<void>): Promise<Took> {
  await nextTurn();
  const began = cpu();
  let last = began;
  let held = 0;
  const done = { yet: false };
  const watch = (): void => {
    const now = cpu();
    held = Math.max(held, now - last);
    last = now;
    if (!done.yet) setImmediate(watch);
  };
  setImmediate(watch);
  await run();
  const whole = cpu() - began;
  done.yet = true;
  await nextTurn();
  return { whole, held };
}

async function measureLooks(agents: number, looks: number): Promise<Took[]> {
  const centre = createCentre(agents);
  const table = createRosterTable(() => '291');
  let patches = 0;
  const page = createPageOfBench();
  const feed = createSubscription({ rows: table.rows, details: () => null }, (message) => {
    if (message.kind === 'patch') patches += message.changed.length;
    page.send(message);
  });
  const took: Took[] = [];
  for (let look = 0; look < looks; look += 1) {
    const body = centre.answer();
    took.push(
      await watched(async () => {
        const { list } = await table.reader().read(body, 'application/json; charset=UTF-8');
        if (list === null) throw new Error('The answer was not readable');
        await table.applyList({ list, at: look * 3_000, continuous: look > 0 });
        if (look === 0) feed.watch(true);
        const touched = table.touched();
        if (look > 0) feed.update(table.rows() ?? new Map(), touched);
        await page.arrived();
      }),
    );
    centre.change();
  }
  const each = agents / 100;
  if (Math.abs(patches - (looks - 1) * each) > looks) throw new Error(`Patches of ${String(patches)} rows are not 1 % each`);
  return took;
}
