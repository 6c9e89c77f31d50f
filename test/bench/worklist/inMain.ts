import { createTrailListens } from '../../../main/audit/trailListens.ts';
import { createWorklist } from '../../../main/worklist/worklist.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import { createHandClock } from '../../support/handClock.ts';
import { unknownOfRow } from '../../support/rosterRow.ts';
import { freshSettings } from '../../support/settings.ts';
import { silentLog } from '../../support/silentLog.ts';
import { memoryFiles } from '../../support/trails.ts';
import { pastListens, type Size } from './pastListens.ts';

/** What main's part of it took, in milliseconds. */
export interface InMain {
  readonly took: readonly { readonly clock: number; readonly cpu: number }[];
  /** What each new look at the roster took. */
  readonly looked: readonly number[];
}

/** A Wednesday noon. */
const now = new Date(2026, 10, 25, 12).getTime();
const minute = 60_000;

/** From the command to the listen that is asked for, with a listen that ended and agents who came and went since the last one. */
export async function nextInMain({ agents, past }: Size, times: number): Promise<InMain> {
  const trail = createTrailListens();
  const heard = pastListens({ inspector: '291', gateway: 'gw:8043' });
  const hear = (agent: string, at: number): void => {
    for (const { entry } of heard.listen(agent, at)) trail.take(entry);
  };
  for (let index = 0; index < past; index += 1) hear(String(20_000 + (index % agents)), now - (past - index) * minute);
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
  const service = createWorklist({
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
  service.open();
  do {
    await new Promise(setImmediate);
    service.follow();
  } while (service.shown().kind === 'reading');
  const took: { readonly clock: number; readonly cpu: number }[] = [];
  const looked: number[] = [];
  for (let time = 0; time < times; time += 1) {
    rows = new Map(
      Array.from({ length: agents }, (_, index) => row(index, time))
        .filter((_, index) => (index + time) % 50 !== 0)
        .map((each) => [each.workNo, each]),
    );
    const looks = performance.now();
    service.onLook();
    service.follow();
    looked.push(performance.now() - looks);
    hear(String(20_000 + time), now - minute);
    random = (time % 97) / 97;
    const pressed = performance.now();
    const cpuBefore = process.threadCpuUsage();
    await service.handlers.listenNext({});
    const { user, system } = process.threadCpuUsage(cpuBefore);
    took.push({ clock: performance.now() - pressed, cpu: (user + system) / 1_000 });
    if (asked !== time + 1) throw new Error('Nobody was asked for.');
  }
  return { took, looked };
}
