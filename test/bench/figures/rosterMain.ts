import { readAnswer } from '../../../main/gateway/answer.ts';
import { createFeed } from '../../../main/roster/feed.ts';
import { createRosterTable } from '../../../main/roster/table.ts';
import { percentiles, type Figure } from '../figure.ts';

const sizes = [1_000, 5_000, 10_000];
const most = 30;

/** From the answer's bytes to the patch as Electron hands it over, of which 1 % of the agents is new. */
export const rosterMain: Figure = {
  name: 'roster-main',
  unit: 'ms',
  goal: `p95 ≤ ${String(most)} at 10,000`,
  measure: ({ quick, say }) => {
    const looks = quick ? 60 : 400;
    return Promise.resolve(
      sizes.flatMap((agents) => {
        const at = `${agents.toLocaleString('en')} agents`;
        say(`  ${at}, ${String(looks)} looks`);
        const took = measureLooks(agents, looks);
        const clock = percentiles(took.map(({ clock }) => clock));
        const parsed = measureParsing(agents, looks);
        return [
          { at, ...clock, ...(agents === 10_000 ? { met: clock.p95 <= most } : {}) },
          { at: `${at}, CPU time of the thread`, ...percentiles(took.map(({ cpu }) => cpu)) },
          { at: `${at}, of that JSON.parse`, ...percentiles(parsed) },
        ];
      }),
    );
  },
};

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

function entriesOf(result: unknown): readonly unknown[] {
  if (!Array.isArray(result)) throw new Error('The answer was no list');
  return result;
}

/** Milliseconds. */
interface Took {
  readonly clock: number;
  /** Without what other programs of a busy machine take. */
  readonly cpu: number;
}

/**
 * Milliseconds of `cpu` that no code of ours could save: the text read by JavaScript's own parser. Apart from the looks, on whose time
 * its rubbish would be collected.
 */
function measureParsing(agents: number, times: number): number[] {
  const text = new TextDecoder().decode(createCentre(agents).answer());
  return Array.from({ length: times }, () => {
    const before = process.threadCpuUsage();
    JSON.parse(text);
    return cpuSince(before);
  }).slice(1);
}

function measureLooks(agents: number, looks: number): Took[] {
  const centre = createCentre(agents);
  const table = createRosterTable(() => '291');
  let patches = 0;
  const feed = createFeed({ rows: table.rows, details: () => null }, (message) => {
    structuredClone(message);
    if (message.kind === 'patch') patches += message.changed.length;
  });
  const took: Took[] = [];
  for (let look = 0; look < looks; look += 1) {
    const bytes = centre.answer();
    const began = performance.now();
    const cpuBefore = process.threadCpuUsage();
    const read = readAnswer(bytes, 'application/json; charset=UTF-8');
    if (read.kind !== 'answer') throw new Error('The answer was not readable');
    table.take({ entries: entriesOf(read.answer.result), at: look * 3_000, continuous: look > 0 });
    if (look === 0) feed.watch(true);
    else feed.update(table.rows());
    const clock = performance.now() - began;
    took.push({ clock, cpu: cpuSince(cpuBefore) });
    centre.change();
  }
  if (patches !== (looks - 1) * (agents / 100)) throw new Error(`Patches of ${String(patches)} rows are not 1 % each`);
  // The first look is the snapshot (`roster-first`); what follows before the code is warm is a shift's first minute.
  return took.slice(1);
}

const families = ['王秀英', '李伟', 'Müller', 'Okafor', 'María García', 'Fatima Haddad', '张敏', 'Kenji Tanaka'];
const groups = ['Sales north', 'Claims', '信用卡服务', 'Technical support'];
const states = [
  [7, 5],
  [4, 1],
  [5, 6],
  [3, 7],
  [8, 8],
];

/** Agents as onlineagentonvdn writes them, a hundredth of whom change state from look to look. */
function createCentre(agents: number) {
  const entries = Array.from({ length: agents }, (_, index) => ({
    workno: String(20_001 + index),
    name: `${families[index % families.length] ?? ''} ${String(index)}`,
    status: '4',
    ctiStatus: '1',
    groupid: index % groups.length,
    groupname: groups[index % groups.length],
    mediatype: 'TTT',
    vdnid: 1,
  }));
  let turn = 0;
  return {
    answer: () => new TextEncoder().encode(JSON.stringify({ message: '', retcode: '0', result: entries })),
    change: () => {
      turn += 1;
      for (let index = (turn - 1) % 100; index < agents; index += 100) {
        const entry = entries[index];
        const [status, ctiStatus] = states[Math.floor((turn - 1) / 100) % states.length] ?? [];
        if (entry !== undefined) Object.assign(entry, { status: String(status), ctiStatus: String(ctiStatus) });
      }
    },
  };
}
