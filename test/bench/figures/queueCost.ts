import { percentiles, type Figure, type Measurement } from '../figure.ts';
import type { Ring } from '../rings/oneRing.ts';
import { buildForRings, type RingRig } from '../rings/rig.ts';
import { clientTimes, rings, withRig } from '../rings/runRings.ts';

/** So many skills are watched. */
const skills = 200;
/** In alternation on one rig, so that both have the same machine: without the queues, and with them in view. */
const rounds = 4;

interface Told {
  readonly seen: number[];
  readonly client: number[];
}

/** What the queues cost a ring: the same rings with the overview closed, and with it open, which has the queues asked for. */
export const queueCost: Figure = {
  name: 'queue-cost',
  unit: 'ms',
  goal: 'with 200 skills watched at most 1.05 of without',
  measure: async ({ quick, say }) => {
    await buildForRings();
    const without: Told = { seen: [], client: [] };
    const watched: Told = { seen: [], client: [] };
    await withRig({ agents: 1_000, changesPerSecond: 10, furtherSkills: skills }, async (rig) => {
      for (let round = 0; round < rounds; round += 1) {
        const overview = rig.page.getByRole('button', { name: 'Overview' });
        await ringRound(rig, without, quick ? 10 : 50, say);
        await overview.click();
        await rig.page.getByRole('table', { name: /^Queues/ }).waitFor();
        await ringRound(rig, watched, quick ? 10 : 50, say);
        await overview.click();
      }
    });
    return [...beside('arrival to asked', without.client, watched.client), ...beside('queued to seen', without.seen, watched.seen)];
  },
};

async function ringRound(rig: RingRig, told: Told, count: number, say: (line: string) => void): Promise<void> {
  const before = clientTimes(await rig.log()).length;
  const rung = await rings(rig, { count, ahead: 0, faulty: false, say });
  told.seen.push(...rung.flatMap(({ seen }: Ring) => (seen === null ? [] : [seen])));
  told.client.push(...clientTimes(await rig.log()).slice(before));
}

function beside(at: string, without: readonly number[], watched: readonly number[]): Measurement[] {
  const [one, other] = [percentiles(without), percentiles(watched)];
  return [
    { at: `${at}, without`, ...one },
    { at: `${at}, ${String(skills)} skills watched`, ...other, met: other.p50 <= 1.05 * one.p50 && other.p95 <= 1.05 * one.p95 },
  ];
}
