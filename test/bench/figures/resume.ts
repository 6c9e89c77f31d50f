import { percentiles, type Figure, type Measurement } from '../figure.ts';
import { startRig } from '../session/rig.ts';

const factor = 2;
const firstAttempt = 1_000;
const liveAgain = 5_000;

type Way = 'after sleep' | 'after a lost link, the network told' | 'after a lost link, nothing told';
const toldWays: readonly Way[] = ['after sleep', 'after a lost link, the network told'];

/** Milliseconds from the return to the first try that reached the gateway, and to "Live". */
async function measureWays(
  ways: readonly Way[],
  quick: boolean,
  say: (line: string) => void,
): Promise<Map<Way, { first: number[]; live: number[] }>> {
  const times = quick ? 3 : 20;
  const results = new Map<Way, { first: number[]; live: number[] }>();
  for (const way of ways) {
    say(`  ${way}, ${String(times)} times`);
    const rig = await startRig(factor);
    const result = { first: [] as number[], live: [] as number[] };
    try {
      for (let nth = 0; nth < times; nth += 1) {
        await rig.live();
        await rig.pause(3_000 * Math.random());
        await rig.proxy.set({ link: 'lost' });
        if (way === 'after sleep') await rig.pause(500);
        else await rig.bench.until('loss shown', ({ session }) => session.kind === 'signedIn' && session.connection.kind !== 'live');
        await rig.pause(20_000 * Math.random());
        const asked = rig.simulator.requests.length;
        const backAt = rig.clock.now();
        await rig.proxy.set({ link: 'up' });
        if (way === 'after sleep') rig.bench.sleep(30_000);
        else if (way !== 'after a lost link, nothing told') rig.bench.sleep(0);
        const slept = way === 'after sleep' ? 30_000 : 0;
        result.first.push((await firstPoll(rig, asked)) - backAt);
        await rig.bench.until(
          'heard of after the return',
          ({ session }) =>
            session.kind === 'signedIn' && session.connection.kind === 'live' && session.connection.lastContact >= backAt + slept,
        );
        result.live.push(rig.clock.now() - backAt);
      }
    } finally {
      await rig.close();
    }
    results.set(way, result);
  }
  return results;
}

async function firstPoll(rig: Awaited<ReturnType<typeof startRig>>, from: number): Promise<number> {
  for (;;) {
    const poll = rig.simulator.requests
      .slice(from)
      .find((request) => request.interface === 'getAgentStatus' || request.interface === 'getAgentEvent');
    if (poll !== undefined) return poll.at;
    await rig.pause(40);
  }
}

/** From the return of computer or link to the first poll that the gateway sees. */
export const resumeFirstAttempt: Figure = {
  name: 'resume-first-attempt',
  unit: 'ms',
  goal: `≤ ${String(firstAttempt)}`,
  measure: async ({ quick, say }) =>
    [...(await measureWays(toldWays, quick, say))].flatMap(([way, { first }]): Measurement[] => {
      const worst = Math.max(...first);
      return [
        { at: `${way}, worst`, value: worst, met: worst <= firstAttempt },
        { at: way, ...percentiles(first) },
      ];
    }),
};

/** From the return of computer or link to "Live". */
export const resumeLive: Figure = {
  name: 'resume-live',
  unit: 'ms',
  goal: `p95 ≤ ${String(liveAgain)}`,
  measure: async ({ quick, say }) =>
    [...(await measureWays([...toldWays, 'after a lost link, nothing told'], quick, say))].map(([way, { live }]): Measurement => {
      // Nobody told, nobody can know: there the back-off alone decides, and it is printed beside.
      const shares = percentiles(live);
      return { at: way, ...shares, ...(way === 'after a lost link, nothing told' ? {} : { met: shares.p95 <= liveAgain }) };
    }),
};
