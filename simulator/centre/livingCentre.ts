import type { Cancel, Clock } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { AgentState } from './agentState.ts';
import type { Centre } from './centre.ts';
import { ChangeQueue } from './changeQueue.ts';
import type { PlannedChange } from './changeQueue.ts';
import { momentsOfTalk, nextState, stay } from './life.ts';

/** Changes closer together than this are made in one go; each still bears its own time. */
const shortestNap = 20;

/** Moves the agents through their day. */
export class LivingCentre {
  readonly #centre: Centre;
  readonly #clock: Clock;
  readonly #seed: number;
  readonly #queue = new ChangeQueue();
  readonly #planned = new Map<string, number>();
  /** What is still to come of a talk after the change that is planned. */
  readonly #later = new Map<string, readonly number[]>();
  readonly #holdWatchers: ((workNo: string, held: boolean) => void)[] = [];
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
    this.#planStay(workNo, this.#centre.existing(workNo).state, from, random);
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

  /** Told of agents who put their customer on hold, or take him back. */
  onHold(watcher: (workNo: string, held: boolean) => void): void {
    this.#holdWatchers.push(watcher);
  }

  #planStay(workNo: string, state: AgentState, from: number, random: Random): void {
    const until = from + stay(state, random);
    const moments = state === 'talking' ? momentsOfTalk(from, until, random) : [until];
    this.#planFirst(workNo, moments);
  }

  #planFirst(workNo: string, moments: readonly number[]): void {
    const [first, ...later] = moments;
    if (first === undefined) return;
    if (later.length === 0) this.#later.delete(workNo);
    else this.#later.set(workNo, later);
    this.#plan(workNo, first);
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
      const later = this.#later.get(next.workNo);
      if (later === undefined) this.#change(next, random);
      else this.#breakTalk(next.workNo, later);
    }
  }

  #change({ workNo, at }: PlannedChange, random: Random): void {
    const state = nextState(this.#centre.existing(workNo).state, random);
    this.#planStay(workNo, state, at, random);
    this.#centre.enter(workNo, state, at);
  }

  /** Before the last but one moment the customer is held, before the last he is taken back. */
  #breakTalk(workNo: string, later: readonly number[]): void {
    this.#planFirst(workNo, later);
    for (const watcher of this.#holdWatchers) watcher(workNo, later.length > 1);
  }
}
