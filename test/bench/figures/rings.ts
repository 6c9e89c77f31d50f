import { percentiles, type BenchOptions, type Figure, type Measurement } from '../figure.ts';
import { ringFaults } from '../rings/faults.ts';
import type { Ring } from '../rings/oneRing.ts';
import { runRings, type Rings } from '../rings/runRings.ts';

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
      return [{ at: `${client.length.toLocaleString('en')} rings`, ...measured, met: measured.p99 <= 20 }, most(client)];
    }),
    figure('ring-seen', 'ms', 'p50 ≤ 150, p95 ≤ 600', ({ parked }) => [
      timed(parked, ({ p50, p95 }) => p50 <= 150 && p95 <= 600),
      most(seenTimes(parked)),
      ...byCircumstance(parked),
    ]),
    figure('ring-seen-queued', 'ms', 'p95 ≤ 1,000', ({ queued }) => [
      timed(queued, ({ p95 }) => p95 <= 1_000),
      most(seenTimes(queued)),
      ...halves(queued),
    ]),
    figure('rings-missed', 'rings', '0', ({ parked, queued }) => [missed([...parked, ...queued])]),
    figure('ring-leftovers', 'surfaces', '0', ({ parked, queued }) => [left([...parked, ...queued])]),
    figure('ring-vendor-loop', 'ms', '', ({ parked, queued, vendor }) => [
      ...besideOurs('under faults', vendor.parked, parked),
      ...besideOurs('under faults, three events ahead', vendor.queued, queued),
    ]),
  ];
}

const seenTimes = (all: readonly Ring[]): number[] => all.flatMap(({ seen }) => (seen === null ? [] : [seen]));
const countText = (all: readonly unknown[]): string => `${all.length.toLocaleString('en')} rings`;
const isFaulty = ({ plan }: Ring): boolean => plan.fault !== null;

function timed(all: readonly Ring[], goal: (measured: { p50: number; p95: number }) => boolean): Measurement {
  const measured = percentiles(seenTimes(all));
  return { at: countText(all), ...measured, met: goal(measured) };
}

function most(times: readonly number[]): Measurement {
  return { at: 'longest of them', value: Math.max(...times) };
}

function halves(all: readonly Ring[]): Measurement[] {
  return [
    { at: 'without faults', ...percentiles(seenTimes(all.filter((ring) => !isFaulty(ring)))) },
    { at: 'under faults', ...percentiles(seenTimes(all.filter(isFaulty))) },
  ];
}

/** The halves, the rings of listens, and each fault by itself. */
function byCircumstance(all: readonly Ring[]): Measurement[] {
  const ofListens = all.filter(({ plan }) => plan.of === 'listen');
  const faults = ringFaults.flatMap(({ name }) => {
    const rings = all.filter(({ plan }) => plan.fault?.name === name);
    return rings.length === 0 ? [] : [{ at: `${countText(rings)}: ${name}`, ...percentiles(seenTimes(rings)) }];
  });
  return [...halves(all), { at: `${countText(ofListens)} of listens`, ...percentiles(seenTimes(ofListens)) }, ...faults];
}

function missed(all: readonly Ring[]): Measurement {
  const value = all.filter(({ seen }) => seen === null).length;
  return { at: countText(all), value, met: value === 0 };
}

function left(all: readonly Ring[]): Measurement {
  const value = all.reduce((sum, { left: still }) => sum + still.length, 0);
  return { at: countText(all), value, met: value === 0 };
}

function besideOurs(circumstance: string, theirs: readonly Ring[], all: readonly Ring[]): Measurement[] {
  const measured = percentiles(seenTimes(theirs));
  const ours = percentiles(seenTimes(all.filter(isFaulty)));
  return [
    { at: `${countText(theirs)} ${circumstance}`, ...measured },
    { at: `its p50 and p95, times Earshot’s, ${circumstance}`, p50: measured.p50 / ours.p50, p95: measured.p95 / ours.p95 },
  ];
}
