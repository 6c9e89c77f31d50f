import { z } from 'zod';
import { startSimulator } from '../../../simulator/index.ts';
import { seededRandom } from '../../../simulator/random.ts';
import { gatewayCertificate } from '../../support/gatewayCertificate.ts';
import { patientClock } from '../../support/patientClock.ts';
import type { BenchOptions } from '../figure.ts';
import { atOneDesk } from './desk.ts';
import type { HostileRun } from './record.ts';
import { tell } from './tell.ts';

/** So many times faster than the wall clock run the gateway, the people and all cores. */
const factor = 12;
const desks = 10;

const variables = z.object({
  EARSHOT_HOSTILE_SEED: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
  EARSHOT_HOSTILE_LISTENS: z.coerce.number().int().min(desks).max(100_000).optional(),
});

/**
 * Runs the listens, and prints each of which something was wrong. The clock is a patient one: what is judged is what
 * Earshot makes of what it was told, not how busy this machine is with eleven programs in one process.
 */
export async function runHostile({ quick, say }: BenchOptions): Promise<HostileRun> {
  const { EARSHOT_HOSTILE_SEED: seed, EARSHOT_HOSTILE_LISTENS } = variables.parse(process.env);
  const wanted = EARSHOT_HOSTILE_LISTENS ?? (quick ? 60 : 1_000);
  const listens = Math.ceil(wanted / desks);
  say(`  ${String(listens * desks)} listens of ${String(desks)} inspectors before a hostile gateway, seed ${String(seed)}`);
  const clock = patientClock(factor);
  const inspectors = Array.from({ length: desks }, (_, desk) => {
    const agentId = String(301 + desk);
    return { agentId, password: `Inspect-${agentId}`, phone: `40${agentId}` };
  });
  const certificate = await gatewayCertificate();
  const simulator = await startSimulator({ agents: 2 * desks, centre: 'still', seed, clock, inspectors, certificate });
  let over = 0;
  try {
    const records = await Promise.all(
      inspectors.map(({ agentId }, desk) =>
        atOneDesk({
          simulator,
          clock,
          inspector: agentId,
          agents: [String(20_001 + 2 * desk), String(20_002 + 2 * desk)],
          random: seededRandom(seed, desk),
          listens,
          over: () => {
            over += 1;
            if (over % 50 === 0) say(`  ${String(over)} of them are over`);
          },
        }),
      ),
    );
    const run = { records, end: clock.now() };
    tell(run, seed, say);
    return run;
  } finally {
    await simulator.close();
  }
}
