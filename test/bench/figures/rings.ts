import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { seededRandom } from '../../../simulator/random.ts';
import { percentiles, type BenchOptions, type Figure, type Measurement } from '../figure.ts';
import { oneRing, type Ring } from '../rings/oneRing.ts';
import { buildForRings, startRingRig, type RingRig, type RingRigOptions } from '../rings/rig.ts';

interface Rings {
  readonly parked: readonly Ring[];
  readonly queued: readonly Ring[];
  readonly vendor: readonly Ring[];
  /** Milliseconds from the answer with the ring to tray and toast asked, as Earshot wrote them down. */
  readonly client: readonly number[];
}

const calm: RingRigOptions = { agents: 200, changesPerSecond: 0 };
const loaded: RingRigOptions = { agents: 10_000, changesPerSecond: 100 };
const noFaults = { latencyMs: 0, jitterMs: 0, cutAfterBytes: null };
/** What the vendor's own sample clients wait between two polls. */
const vendorGap = 500;

async function runRings({ quick, say }: BenchOptions): Promise<Rings> {
  const wanted = quick ? 30 : 1_000;
  const few = quick ? 10 : 100;
  await buildForRings();
  say(`  ${String(wanted)} rings, half of them under faults and the load of ${loaded.agents.toLocaleString('en')} agents`);
  const client: number[] = [];
  const half = async (options: RingRigOptions, faulty: boolean) =>
    withRig(options, async (rig) => {
      const parked = await rings(rig, wanted / 2, { ahead: 0, faulty, say });
      const queued = await rings(rig, few / 2, { ahead: 3, faulty, say });
      client.push(...clientTimes(await rig.log()));
      return { parked, queued };
    });
  const first = await half(calm, false);
  const second = await half(loaded, true);
  const vendor = await withRig({ ...calm, pollGap: vendorGap }, (rig) => rings(rig, few, { ahead: 0, faulty: false, say }));
  return { parked: [...first.parked, ...second.parked], queued: [...first.queued, ...second.queued], vendor, client };
}

async function withRig<Result>(options: RingRigOptions, measure: (rig: RingRig) => Promise<Result>): Promise<Result> {
  const rig = await startRingRig(options);
  try {
    return await measure(rig);
  } finally {
    await rig.close();
  }
}

interface Wish {
  readonly ahead: number;
  readonly faulty: boolean;
  readonly say: (line: string) => void;
}

async function rings(rig: RingRig, count: number, { ahead, faulty, say }: Wish): Promise<Ring[]> {
  const random = seededRandom(6, ahead);
  const seen: Ring[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    if (faulty) await disturb(rig, random.fraction());
    // At no particular moment of the poll's round.
    await pause(200 + random.fraction() * 700);
    const ring = await oneRing(rig, ahead);
    if (ring.seen === null || ring.left.length > 0) say(`  ring ${String(nth)}: ${JSON.stringify(ring)}`);
    seen.push(ring);
  }
  return seen;
}

/** A slow, uneven line; or one whose connections were all cut a moment ago. Neither loses an event: no client could show that. */
async function disturb({ gateway }: RingRig, draw: number): Promise<void> {
  if (draw < 0.7) {
    await gateway.disturb({ ...noFaults, latencyMs: 10 + draw * 30, jitterMs: 40 });
    return;
  }
  await gateway.disturb({ ...noFaults, cutAfterBytes: 0 });
  await pause(1_000);
  await gateway.disturb(noFaults);
  await pause(2_000);
}

const ringLine = z.object({ trayAsked: z.number(), toastAsked: z.number() });

/** Earshot writes one line for each ring, its times counted from the arrival of the event. */
function clientTimes(lines: readonly string[]): number[] {
  return lines.flatMap((line) => {
    if (!line.includes('toastAsked')) return [];
    const parsed = ringLine.safeParse(JSON.parse(line));
    return parsed.success ? [Math.max(parsed.data.trayAsked, parsed.data.toastAsked)] : [];
  });
}

const seenTimes = (all: readonly Ring[]): number[] => all.flatMap(({ seen }) => (seen === null ? [] : [seen]));
const countText = (all: readonly Ring[]): string => `${all.length.toLocaleString('en')} rings`;

function timed(all: readonly Ring[], goal: (measured: { p50: number; p95: number }) => boolean): Measurement {
  const measured = percentiles(seenTimes(all));
  return { at: countText(all), ...measured, met: goal(measured) };
}

/** Six figures of the same rings, which are rung once for all. */
export function ringFigures(): readonly Figure[] {
  let ran: Promise<Rings> | null = null;
  const run = (options: BenchOptions): Promise<Rings> => (ran ??= runRings(options));
  const figure = (name: string, unit: string, goal: string, of: (rings: Rings) => readonly Measurement[]): Figure => ({
    name,
    unit,
    goal,
    measure: async (options) => of(await run(options)),
  });
  return [
    figure('ring-client', 'ms', 'p99 ≤ 20', ({ client }) => {
      const measured = percentiles(client);
      return [{ at: `${client.length.toLocaleString('en')} rings`, ...measured, met: measured.p99 <= 20 }];
    }),
    figure('ring-seen', 'ms', 'p50 ≤ 150, p95 ≤ 600', ({ parked }) => [timed(parked, ({ p50, p95 }) => p50 <= 150 && p95 <= 600)]),
    figure('ring-seen-queued', 'ms', 'p95 ≤ 1,000', ({ queued }) => [timed(queued, ({ p95 }) => p95 <= 1_000)]),
    figure('rings-missed', 'rings', '0', ({ parked, queued }) => [missed([...parked, ...queued])]),
    figure('ring-leftovers', 'surfaces', '0', ({ parked, queued }) => [left([...parked, ...queued])]),
    figure('ring-vendor-loop', 'ms', '', ({ parked, vendor }) => {
      const ours = percentiles(seenTimes(parked));
      const theirs = percentiles(seenTimes(vendor));
      return [
        { at: countText(vendor), ...theirs },
        { at: 'p95 of it, times Earshot’s', value: theirs.p95 / ours.p95 },
      ];
    }),
  ];
}

function missed(all: readonly Ring[]): Measurement {
  const value = all.filter(({ seen }) => seen === null).length;
  return { at: countText(all), value, met: value === 0 };
}

function left(all: readonly Ring[]): Measurement {
  const value = all.reduce((sum, { left: still }) => sum + still.length, 0);
  return { at: countText(all), value, met: value === 0 };
}
