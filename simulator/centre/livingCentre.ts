import type { Cancel, Clock } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { AgentState } from './agentState.ts';
import type { Centre } from './centre.ts';
import { ChangeQueue } from './changeQueue.ts';
import { nextState, stay } from './life.ts';

/** Changes closer together than this are made in one go; each still bears its own time. */
const shortestNap = 20;

/** Moves the agents through their day. */
export class LivingCentre {
  readonly #centre: Centre;
  readonly #clock: Clock;
  readonly #seed: number;
  readonly #queue = new ChangeQueue();
  readonly #planned = new Map<string, number>();
  readonly #randoms = new Map<string, Random>();
  #order = 0;
  #nap: { readonly until: number; readonly cancel: Cancel } | undefined;

  constructor(centre: Centre, clock: Clock, seed: number) {
    this.#centre = centre;
    this.#clock = clock;
    this.#seed = seed;
  }

  /** Lets an agent live from his present state on; his stay in it is counted from `from`. */
  animate(workNo: string, from: number): void {
    const random = this.#randoms.get(workNo) ?? seededRandom(this.#seed, Number(workNo));
    this.#randoms.set(workNo, random);
    this.#plan(workNo, from + stay(this.#centre.existing(workNo).state, random));
    this.#sleep();
  }

  /** The agent stays as he is until he is animated again. */
  hold(workNo: string): void {
    this.#planned.delete(workNo);
  }

  /** Puts an agent into a state now; one who lives goes on living from it. */
  move(workNo: string, state: AgentState, reason = 0): void {
    const now = this.#clock.now();
    const lives = this.#planned.has(workNo);
    this.#centre.enter(workNo, state, now, reason);
    if (lives) this.animate(workNo, now);
  }

  #plan(workNo: string, at: number): void {
    this.#order += 1;
    this.#planned.set(workNo, this.#order);
    this.#queue.add({ at, order: this.#order, workNo });
  }

  #sleep(): void {
    const next = this.#queue.next();
    if (next === undefined) return;
    const until = Math.max(next.at, this.#clock.now() + shortestNap);
    if (this.#nap !== undefined && this.#nap.until <= until) return;
    this.#nap?.cancel();
    const cancel = this.#clock.after(until - this.#clock.now(), () => {
      this.#nap = undefined;
      this.#makeDueChanges();
      this.#sleep();
    });
    this.#nap = { until, cancel };
  }

  #makeDueChanges(): void {
    for (let next = this.#queue.next(); next !== undefined && next.at <= this.#clock.now(); next = this.#queue.next()) {
      this.#queue.take();
      // A later plan, or a hold, has replaced this one.
      if (this.#planned.get(next.workNo) !== next.order) continue;
      const random = this.#randoms.get(next.workNo);
      if (random === undefined) continue;
      const state = nextState(this.#centre.existing(next.workNo).state, random);
      this.#plan(next.workNo, next.at + stay(state, random));
      this.#centre.enter(next.workNo, state, next.at);
    }
  }
}
