import { percentiles, type Figure } from '../figure.ts';
import { nextByKey } from '../worklist/byKey.ts';
import { nextInMain } from '../worklist/inMain.ts';

const within = 100;
const size = { agents: 10_000, past: 100_000 };

/** How soon the next agent of the plan is asked for: from the key to the request, and of it main's own part. */
export const worklistNext: Figure = {
  name: 'worklist-next',
  unit: 'ms',
  goal: `p95 ≤ ${String(within)} at 10,000 agents and 100,000 past listens`,
  measure: async ({ quick, say }) => {
    say(`  ${size.past.toLocaleString('en')} past listens, in main alone`);
    const { took, looked } = await nextInMain(size, quick ? 40 : 300);
    say('  by key, in Electron');
    const keyed = percentiles(await nextByKey(size, quick ? 20 : 100, say));
    return [
      { at: 'key to request', ...keyed, met: keyed.p95 <= within },
      { at: 'main alone, counted anew', ...percentiles(took.map(({ clock }) => clock)) },
      { at: 'main alone, CPU time of the thread', ...percentiles(took.map(({ cpu }) => cpu)) },
      { at: 'a look at the roster', ...percentiles(looked) },
    ];
  },
};
