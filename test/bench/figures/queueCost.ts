import { asked } from '../asked.ts';
import { percentiles, type Figure, type Measurement } from '../figure.ts';
import type { Ring } from '../rings/oneRing.ts';
import { buildForRings, type RingRig } from '../rings/rig.ts';
import { clientTimes, rings, withRig } from '../rings/runRings.ts';

/** So many skills are watched. */
const skills = 200;
/** In alternation, so that all have the same machine. */
const rounds = 4;

const gateway = { agents: 1_000, changesPerSecond: 10, furtherSkills: skills };

interface Told {
  readonly seen: number[];
  readonly client: number[];
}

/**
 * What the queues cost a ring: the same rings with the overview closed, and with it open, which has the queues asked for; and, where one
 * is named, at an earlier build that stands beside it, on a desktop and before a gateway of its own.
 */
export const queueCost: Figure = {
  name: 'queue-cost',
  unit: 'ms',
  goal: 'with 200 skills watched at most 1.05 of without, and of the earlier build (EARSHOT_BENCH_BESIDE)',
  measure: async ({ quick, say }) => {
    await buildForRings();
    const { beside } = asked(process.env);
    const count = quick ? 10 : 50;
    const without: Told = { seen: [], client: [] };
    const watched: Told = { seen: [], client: [] };
    const earlier: Told = { seen: [], client: [] };
    const alternate = async (rig: RingRig, other: RingRig | null): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) {
        if (other !== null) await ringRound(other, earlier, count, say);
        const overview = rig.page.getByRole('button', { name: 'Overview' });
        await ringRound(rig, without, count, say);
        await overview.click();
        await rig.page.getByRole('table', { name: /^Queues/ }).waitFor();
        await ringRound(rig, watched, count, say);
        await overview.click();
      }
    };
    await withRig(gateway, (rig) =>
      beside === null ? alternate(rig, null) : withRig({ ...gateway, build: beside }, (other) => alternate(rig, other)),
    );
    const compared = (at: string, of: keyof Told): Measurement[] => [
      { at: `${at}, queues not watched`, ...percentiles(without[of]) },
      against(`${at}, ${String(skills)} skills watched`, watched[of], without[of]),
      ...(beside === null
        ? []
        : [
            { at: `${at}, earlier build`, ...percentiles(earlier[of]) },
            against(`${at}, ${String(skills)} skills watched, beside the earlier build`, watched[of], earlier[of]),
          ]),
    ];
    return [...compared('arrival to asked', 'client'), ...compared('queued to seen', 'seen')];
  },
};

async function ringRound(rig: RingRig, told: Told, count: number, say: (line: string) => void): Promise<void> {
  const before = clientTimes(await rig.log()).length;
  const rung = await rings(rig, { count, ahead: 0, faulty: false, say });
  told.seen.push(...rung.flatMap(({ seen }: Ring) => (seen === null ? [] : [seen])));
  told.client.push(...clientTimes(await rig.log()).slice(before));
}

function against(at: string, these: readonly number[], those: readonly number[]): Measurement {
  const [one, other] = [percentiles(these), percentiles(those)];
  return { at, ...one, met: one.p50 <= 1.05 * other.p50 && one.p95 <= 1.05 * other.p95 };
}
