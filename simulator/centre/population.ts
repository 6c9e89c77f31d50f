import { seededRandom } from '../random.ts';
import type { Agent } from './agent.ts';
import { firstState, stay } from './life.ts';
import { drawName } from './names.ts';
import { skillGroups } from './skillGroups.ts';

const firstWorkNo = 20_001;

/** As many agents as fit between the first number and the upper end of the range (ccgateway.md, first page). */
export const mostAgents = 100_000;

const longestShift = 6 * 3_600_000;

/** The agents a centre starts with, work numbers 20001 upwards; same seed, same people. */
export function populate(count: number, seed: number, now: number): Agent[] {
  // A stream below every work number, which are the streams of the agents' own days.
  const random = seededRandom(seed, 1);
  return Array.from({ length: count }, (_, index) => {
    const state = firstState(random);
    const since = now - Math.round(random.fraction() * stay(state, random));
    const name = drawName(random);
    const group = random.pick(skillGroups);
    return {
      workNo: String(firstWorkNo + index),
      name,
      group,
      skills: [group],
      phoneNumber: String(70_001 + index),
      mediaType: 'TTT',
      state,
      stateReason: 0,
      since,
      loginDate: state === 'signedOut' ? 0 : since - random.int(0, longestShift),
      inspector: false,
      verbatim: {},
    };
  });
}
