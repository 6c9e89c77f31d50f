import { createTrailListens } from '../../../main/audit/trailListens.ts';
import { createWorklist } from '../../../main/worklist/room.ts';
import { linkEntry, beginning, type ChainEnd } from '../../../main/audit/chain.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import { createHandClock } from '../../support/handClock.ts';
import { unknownOfRow } from '../../support/rosterRow.ts';
import { freshSettings } from '../../support/settings.ts';
import { silentLog } from '../../support/silentLog.ts';
import { memoryFiles } from '../../support/trails.ts';
import { percentiles, type Figure } from '../figure.ts';

const within = 100;
const agents = 10_000;
const pastListens = 100_000;
const minute = 60_000;
/** A Wednesday noon. */
const now = new Date(2026, 10, 25, 12).getTime();

/**
 * From the command to the listen that is asked for, with a listen that ended and agents who came and went since the last one, so that all
 * is counted anew. The page's part and the request's way are other figures' (roster-page, launch-to-listen).
 */
export const worklistNext: Figure = {
  name: 'worklist-next',
  unit: 'ms',
  goal: `p95 ≤ ${String(within)} at 10,000 agents and 100,000 past listens`,
  measure: async ({ quick, say }) => {
    const trail = createTrailListens();
    let end: ChainEnd = beginning;
    const hear = (agent: string, at: number): void => {
      const begun = linkEntry(end, { kind: 'listenStarted', inspector: '291', gateway: 'gw:8043', agent, how: 'asked' }, at);
      const ending = { kind: 'listenEnded', inspector: '291', agent, outcome: 'stopped', code: 'stopped', heardFor: 4 * minute } as const;
      const ended = linkEntry(begun.end, ending, at + 4 * minute);
      trail.take(begun.entry);
      trail.take(ended.entry);
      ({ end } = ended);
    };
    say(`  ${pastListens.toLocaleString('en')} past listens`);
    for (let index = 0; index < pastListens; index += 1) hear(String(20_000 + (index % agents)), now - (pastListens - index) * minute);
    const row = (index: number, look: number): RosterRow => ({
      ...unknownOfRow,
      workNo: String(20_000 + index),
      name: `Agent ${String(index)}`,
      group: `Group ${String(index % 40)}`,
      state: (index + look) % 3 === 0 ? 'talking' : 'idle',
      since: 0,
    });
    const settings = { ...freshSettings.values, planListens: 3, planMinutes: 3 };
    const clock = createHandClock(now);
    let rows = new Map<string, RosterRow>();
    let asked = 0;
    let random = 0;
    const room = createWorklist({
      clock,
      log: silentLog,
      random: () => random,
      files: memoryFiles(),
      settings: () => settings,
      favourites: () => [],
      listening: () => ({ inspector: '291', gateways: new Set(['gw:8043']) }),
      rows: () => rows,
      refused: () => [],
      trailListens: () => Promise.resolve(trail),
      date: () => now,
      listen: () => {
        asked += 1;
        return { ok: true };
      },
      onChange: () => undefined,
    });
    room.open();
    while (room.shown().kind === 'reading') await new Promise(setImmediate);
    const took: { readonly clock: number; readonly cpu: number }[] = [];
    const looked: number[] = [];
    for (let times = 0; times < (quick ? 40 : 300); times += 1) {
      rows = new Map(
        Array.from({ length: agents }, (_, index) => row(index, times))
          .filter((_, index) => (index + times) % 50 !== 0)
          .map((each) => [each.workNo, each]),
      );
      const looks = performance.now();
      room.onLook();
      room.shown();
      looked.push(performance.now() - looks);
      hear(String(20_000 + times), now - minute);
      random = (times % 97) / 97;
      const pressed = performance.now();
      const cpuBefore = process.threadCpuUsage();
      await room.answers.listenNext({});
      const { user, system } = process.threadCpuUsage(cpuBefore);
      took.push({ clock: performance.now() - pressed, cpu: (user + system) / 1_000 });
      if (asked !== times + 1) throw new Error('Nobody was asked for.');
    }
    const figure = percentiles(took.map((each) => each.clock));
    return [
      { ...figure, met: figure.p95 <= within },
      { at: 'CPU time of the thread', ...percentiles(took.map(({ cpu }) => cpu)) },
      { at: 'a look at the roster', ...percentiles(looked) },
    ];
  },
};
