import { seededRandom } from '../random.ts';
import type { Agent, SkillGroup } from './agent.ts';
import { firstState, stay } from './life.ts';
import { drawName } from './names.ts';

const firstWorkNo = 20_001;

/** As many agents as fit between the first number and the upper end of the range (ccgateway.md, first page). */
export const mostAgents = 100_000;

const skillGroups: readonly SkillGroup[] = [
  { id: 1, name: 'Billing' },
  { id: 2, name: 'Mobile support' },
  { id: 3, name: 'Broadband support' },
  { id: 4, name: 'Orders' },
  { id: 5, name: 'Retention' },
  { id: 6, name: '投诉处理' },
  { id: 7, name: 'VIP 服务' },
  { id: 8, name: 'Business customers' },
];

/** The group inspectors are in. */
export const inspectorsGroup: SkillGroup = { id: 90, name: 'Quality inspection' };

/** The group of an agent added by hand without one. */
export const addedGroup: SkillGroup = { id: 91, name: 'Added agents' };

const longestShift = 6 * 3_600_000;

/** The agents a centre starts with, work numbers 20001 upwards; same seed, same people. */
export function populate(count: number, seed: number, now: number): Agent[] {
  // A stream below every work number, which are the streams of the agents' own days.
  const random = seededRandom(seed, 1);
  return Array.from({ length: count }, (_, index) => {
    const state = firstState(random);
    const since = now - Math.round(random.fraction() * stay(state, random));
    return {
      workNo: String(firstWorkNo + index),
      name: drawName(random),
      group: random.pick(skillGroups),
      phoneNumber: String(70_001 + index),
      mediaType: 'TTT',
      state,
      since,
      loginDate: state === 'signedOut' ? 0 : since - random.int(0, longestShift),
      inspector: false,
      verbatim: {},
    };
  });
}
