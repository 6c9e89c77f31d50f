import { expect, test } from 'vitest';
import { liveAndDie } from './lane.ts';

// The same seed makes the same choices; the moments differ, as they are the machine's.
const seed = Number(process.env['EARSHOT_CRASH_SEED'] ?? Date.now() % 1_000_000);
const deaths = Number(process.env['EARSHOT_CRASH_DEATHS'] ?? 200);

/** Computers beside each other, as each waits most of the time; every fourth cannot encrypt, and keeps no session. */
const lanes = 4;

test(
  `killed ${String(deaths)} times at random moments of a shift, Earshot knows all that it said it kept, and the gateway is left as it should be`,
  { timeout: 600_000 },
  async () => {
    // Only an orderly end leaves in Node's cache what makes all later starts quicker.
    await liveAndDie({ seed, lane: lanes, deaths: 0, box: true });
    const lived = await Promise.allSettled(
      Array.from({ length: lanes }, (_, lane) => liveAndDie({ seed, lane, deaths: Math.ceil(deaths / lanes), box: lane % 4 > 0 })),
    );
    expect(lived.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))).toEqual([]);
    const reports = lived.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const sum = (of: (report: (typeof reports)[number]) => number): number => reports.reduce((all, report) => all + of(report), 0);
    expect(sum((report) => report.deaths)).toBeGreaterThanOrEqual(deaths);
    // Else there was no shift to speak of.
    expect(sum((report) => report.takenUp)).toBeGreaterThan(deaths / 10);
    expect(sum((report) => report.listens)).toBeGreaterThan(deaths / 20);
  },
);
