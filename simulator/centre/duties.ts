import { isOnDuty, sinceStart } from './rota.ts';
import type { PlannedRest, Shift } from './rota.ts';

/** What the rota asks of an agent. */
export type Duty = { readonly kind: 'rest'; readonly rest: PlannedRest } | { readonly kind: 'goHome' };

/** One agent's way through their shift. */
export interface Duties {
  readonly shift: Shift;
  /** How many of its rests are behind them. */
  restsBehind: number;
}

/** The duties of an agent at this time of the centre, as all times here. */
export function dutiesOf(shift: Shift, time: number): Duties {
  return { shift, restsBehind: restsMissed(shift, time) };
}

/** The agent has come; rests they have missed are lost. */
export function beginShift(duties: Duties, time: number): void {
  duties.restsBehind = restsMissed(duties.shift, time);
}

/** How long until their next rest or the end of their shift; 0 when it is past. */
export function untilDue({ shift, restsBehind }: Duties, time: number): number {
  const end = shift.rests[restsBehind]?.after ?? shift.length;
  return isOnDuty(shift, time) ? Math.max(0, end - sinceStart(shift, time)) : 0;
}

/** What the agent has to do now, which is behind them thereby; null: nothing is due. */
export function takeDuty(duties: Duties, time: number): Duty | null {
  const { shift, restsBehind } = duties;
  if (!isOnDuty(shift, time)) return { kind: 'goHome' };
  if (untilDue(duties, time) > 0) return null;
  const rest = shift.rests[restsBehind];
  if (rest === undefined) return { kind: 'goHome' };
  duties.restsBehind += 1;
  return { kind: 'rest', rest };
}

function restsMissed(shift: Shift, time: number): number {
  const since = sinceStart(shift, time);
  return shift.rests.filter(({ after }) => after <= since).length;
}
