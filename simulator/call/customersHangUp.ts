import { stay } from '../centre/life.ts';
import type { Clock } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { CallDesk } from './callDesk.ts';

const streamOfTalks = 0x7a1c5;

/** The customers of agents with a client hang up when they have said all, after the time another agent would talk. */
export function letCustomersHangUp(desk: CallDesk, clock: Clock, seed: number): void {
  const randoms = new Map<string, Random>();
  const randomOf = (workNo: string): Random => {
    const random = randoms.get(workNo) ?? seededRandom(seed ^ streamOfTalks, Number(workNo));
    randoms.set(workNo, random);
    return random;
  };
  desk.onTalk((call) => {
    clock.after(stay('talking', randomOf(call.workNo)), () => {
      const now = desk.withId(call.callId);
      if (now?.workNo === call.workNo) desk.end(now, 'customer');
    });
  });
}
