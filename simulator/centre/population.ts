import { seededRandom } from '../random.ts';
import type { Agent } from './agent.ts';
import { firstState, stay } from './life.ts';
import { drawName } from './names.ts';
import { drawShift, shareOnDuty, sinceStart } from './rota.ts';
import type { Shift } from './rota.ts';
import { skillGroups } from './skillGroups.ts';

const firstWorkNo = 20_001;

/** As many agents as fit between the first number and the upper end of the range (protocol.md 0). */
export const mostAgents = 100_000;

const longestShift = 6 * 3_600_000;

/** An agent the centre starts with, and the hours they work. */
export interface Person {
  readonly agent: Agent;
  readonly shift: Shift;
}

/** What the shifts are drawn from, beside the streams of the agents' own days, which are their numbers. */
const streamOfShifts = 0x5417f7;

/** The agents a centre starts with at this time of its day, work numbers 20001 upwards; same seed, same people. */
export function populate(count: number, seed: number, now: number, time: number): Person[] {
  // A stream below every work number, which are the streams of the agents' own days.
  const random = seededRandom(seed, 1);
  const onDuty = shareOnDuty(time);
  return Array.from({ length: count }, (_, index) => {
    const workNo = String(firstWorkNo + index);
    const state = firstState(random, onDuty);
    const inItFor = Math.round(random.fraction() * stay(state, random));
    const name = drawName(random);
    const group = random.pick(skillGroups);
    const isSignedIn = state !== 'signedOut';
    const shift = drawShift(time, isSignedIn, seededRandom(seed ^ streamOfShifts, Number(workNo)));
    // Since their shift began, or since they had to sign in again.
    const signedInFor = isSignedIn ? Math.min(sinceStart(shift, time), inItFor + random.int(0, longestShift)) : 0;
    const agent: Agent = {
      workNo,
      name,
      group,
      skills: [group],
      phoneNumber: String(70_001 + index),
      mediaType: 'TTT',
      state,
      stateReason: 0,
      since: now - (isSignedIn ? Math.min(inItFor, signedInFor) : inItFor),
      loginDate: isSignedIn ? now - signedInFor : 0,
      inspector: false,
      verbatim: {},
    };
    return { agent, shift };
  });
}
