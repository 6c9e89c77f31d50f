import { isOnDuty, sinceStart, untilStart } from './rota.ts';
import type { PlannedRest, Shift } from './rota.ts';

/** What the rota asks of an agent. */
export type Duty = { readonly kind: 'rest'; readonly rest: PlannedRest } | { readonly kind: 'goHome' };

/** One agent's way through their shift: which rests are behind them. Times are the centre's. */
export class Duties {
  readonly #shift: Shift;
  #restsBehind = 0;

  constructor(shift: Shift, time: number) {
    this.#shift = shift;
    this.begin(time);
  }

  isOn(time: number): boolean {
    return isOnDuty(this.#shift, time);
  }

  /** The agent has come; rests they have missed are lost. */
  begin(time: number): void {
    const since = sinceStart(this.#shift, time);
    this.#restsBehind = this.#shift.rests.filter(({ after }) => after <= since).length;
  }

  untilBegin(time: number): number {
    return untilStart(this.#shift, time);
  }

  /** How long until their next rest or the end of their shift; 0 when it is past. */
  untilDue(time: number): number {
    const { length, rests } = this.#shift;
    const end = rests[this.#restsBehind]?.after ?? length;
    return this.isOn(time) ? Math.max(0, end - sinceStart(this.#shift, time)) : 0;
  }

  /** What the agent has to do now; undefined when nothing is due. */
  take(time: number): Duty | undefined {
    if (!this.isOn(time)) return { kind: 'goHome' };
    if (this.untilDue(time) > 0) return undefined;
    const rest = this.#shift.rests[this.#restsBehind];
    if (rest === undefined) return { kind: 'goHome' };
    this.#restsBehind += 1;
    return { kind: 'rest', rest };
  }
}
