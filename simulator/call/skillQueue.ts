import type { SkillGroup } from '../centre/agent.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Customer } from './customer.ts';

interface Waiting {
  readonly customer: Customer;
  readonly cancel: Cancel;
}

/** The customers who wait for an agent of one skill, and what became of all who called it. */
export class SkillQueue {
  readonly skill: SkillGroup;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #arrived = 0;
  #abandoned = 0;

  constructor(skill: SkillGroup, clock: Clock) {
    this.skill = skill;
    this.#clock = clock;
  }

  get arrived(): number {
    return this.#arrived;
  }

  get abandoned(): number {
    return this.#abandoned;
  }

  get waiting(): readonly Customer[] {
    return this.#waiting.map(({ customer }) => customer);
  }

  first(): Customer | undefined {
    return this.#waiting[0]?.customer;
  }

  /** A customer calls; they wait until they are taken, or hang up. */
  arrive(customer: Customer): void {
    this.#arrived += 1;
    this.#waiting.push(this.#wait(customer));
  }

  /** A customer comes back whom their agent did not answer: it is their turn before all others. */
  comeBack(customer: Customer): void {
    this.#waiting.unshift(this.#wait(customer));
  }

  /** It is the first one's turn. */
  takeFirst(): Customer | undefined {
    const first = this.#waiting.shift();
    first?.cancel();
    return first?.customer;
  }

  #wait(customer: Customer): Waiting {
    const cancel = this.#clock.after(customer.patience, () => {
      const index = this.#waiting.findIndex((waiting) => waiting.customer === customer);
      if (index === -1) return;
      this.#waiting.splice(index, 1);
      this.#abandoned += 1;
    });
    return { customer, cancel };
  }
}
