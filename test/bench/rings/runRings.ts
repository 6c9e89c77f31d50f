import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { seededRandom } from '../../../simulator/random.ts';
import type { BenchOptions } from '../figure.ts';
import { drawFault, ringFaults } from './faults.ts';
import { oneRing, type Ring, type RingPlan } from './oneRing.ts';
import { buildForRings, startRingRig, type RingRig, type RingRigOptions } from './rig.ts';

/** All that was rung in one run. */
export interface Rings {
  /** The poll is parked, or is wherever its round has got to. */
  readonly parked: readonly Ring[];
  /** Behind three other events. */
  readonly queued: readonly Ring[];
  /** The same under faults, with the polling gap of the vendor's own sample clients. */
  readonly vendor: { readonly parked: readonly Ring[]; readonly queued: readonly Ring[] };
  /** Milliseconds from the answer with the ring to tray and toast asked, as Earshot wrote them down. */
  readonly client: readonly number[];
}

const still: RingRigOptions = { agents: 200, changesPerSecond: 0 };
const loaded: RingRigOptions = { agents: 10_000, changesPerSecond: 100 };
/** What the vendor's own sample clients wait between two polls. */
const vendorGap = 500;
const eventsAhead = 3;
/** What Earshot logs of a ring that went wrong is worth reading. */
const linesOfOneRing = 40;
/** Of the rings, so many belong to a listen that Earshot asked for. */
const listens = 0.2;

export interface RingsOptions {
  readonly count: number;
  readonly ahead: number;
  readonly faulty: boolean;
  readonly say: (line: string) => void;
}

/** Rings a thousand times, half of them under faults and load, and some more behind a queue and in the vendor's loop. */
export async function runRings({ quick, say }: BenchOptions): Promise<Rings> {
  const wanted = quick ? 100 : 1_000;
  const few = quick ? 20 : 100;
  await buildForRings();
  say(
    `  ${wanted.toLocaleString('en')} rings, half of them with ${loaded.agents.toLocaleString('en')} agents and, each, one of these faults:`,
  );
  for (const { name, share } of ringFaults) say(`    ${String(share).padStart(2)} of 100: ${name}`);
  const client: number[] = [];
  const half = async (options: RingRigOptions, faulty: boolean) =>
    withRig(options, async (rig) => {
      const parked = await rings(rig, { count: wanted / 2, ahead: 0, faulty, say });
      const queued = await rings(rig, { count: few / 2, ahead: eventsAhead, faulty, say });
      client.push(...clientTimes(await rig.log()));
      return { parked, queued };
    });
  const first = await half(still, false);
  const second = await half(loaded, true);
  say('  the vendor’s loop');
  const vendor = await withRig({ ...loaded, pollGap: vendorGap }, async (rig) => ({
    parked: await rings(rig, { count: few / 2, ahead: 0, faulty: true, say }),
    queued: await rings(rig, { count: few / 2, ahead: eventsAhead, faulty: true, say }),
  }));
  return { parked: [...first.parked, ...second.parked], queued: [...first.queued, ...second.queued], vendor, client };
}

/** Measures on a rig of its own. */
export async function withRig<Result>(options: RingRigOptions, measure: (rig: RingRig) => Promise<Result>): Promise<Result> {
  const rig = await startRingRig(options);
  try {
    return await measure(rig);
  } finally {
    await rig.close();
  }
}

/** Rings so often. */
export async function rings(rig: RingRig, { count, ahead, faulty, say }: RingsOptions): Promise<Ring[]> {
  const random = seededRandom(6, ahead);
  const draw = (): number => random.fraction();
  const began = Date.now();
  const seen: Ring[] = [];
  while (seen.length < count) {
    // At no particular moment of the poll's round.
    await pause(50 + draw() * 250);
    const plan = drawPlan(draw, ahead, faulty);
    const ring = await oneRing(rig, plan, draw);
    if (ring === null) {
      say('    a listen did not come about, and did not ring');
      continue;
    }
    seen.push(ring);
    if (ring.seen === null || ring.left.length > 0) {
      say(`    ring ${String(seen.length)}: ${JSON.stringify(ring)}`);
      for (const line of (await rig.log()).slice(-linesOfOneRing)) say(`      ${line}`);
    }
    if (seen.length % 50 === 0)
      say(`    ${String(seen.length)} of ${String(count)}, ${String(Math.round((Date.now() - began) / 1_000))} s`);
  }
  return seen;
}

function drawPlan(draw: () => number, ahead: number, faulty: boolean): RingPlan {
  for (;;) {
    const fault = faulty ? drawFault(draw) : null;
    // What stands before it in the queue can be put there at a known moment only before a ring that the bench itself queues.
    if (ahead > 0 && fault?.rings === 'ofListen') continue;
    const ofListen = fault?.rings === 'ofListen' || (ahead === 0 && draw() < listens);
    return { of: ofListen ? 'listen' : 'bare', ahead, fault };
  }
}

const ringLine = z.object({ trayAsked: z.number(), toastAsked: z.number() });

/** Earshot writes one line for each ring, its times counted from the arrival of the event. */
export function clientTimes(lines: readonly string[]): number[] {
  return lines.flatMap((line) => {
    if (!line.includes('toastAsked')) return [];
    const parsed = ringLine.safeParse(JSON.parse(line));
    return parsed.success ? [Math.max(parsed.data.trayAsked, parsed.data.toastAsked)] : [];
  });
}
