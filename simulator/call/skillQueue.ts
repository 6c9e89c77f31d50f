import type { SkillGroup } from '../centre/agent.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Customer } from './customer.ts';

/** The customers who wait for an agent of one skill, and what became of all who called it. */
export interface SkillQueue {
  readonly skill: SkillGroup;
  /** Everyone who has called so far. */
  arrived(): number;
  /** Who hung up before an agent was found. */
  abandoned(): number;
  /** In the order of their turn. */
  waiting(): readonly Customer[];
  /** Whose turn it is; null: nobody waits. */
  first(): Customer | null;
  /** A customer calls; they wait until they are taken, or hang up. */
  arrive(customer: Customer): void;
  /** A customer comes back whom their agent did not answer: it is their turn before all others. */
  comeBack(customer: Customer): void;
  /** It is the first one's turn; null: nobody waits. */
  takeFirst(): Customer | null;
}

interface Waiting {
  readonly customer: Customer;
  readonly cancel: Cancel;
}

/** The queue of a skill that nobody has called so far. */
export function createSkillQueue(skill: SkillGroup, clock: Clock): SkillQueue {
  const queue: Waiting[] = [];
  let arrived = 0;
  let abandoned = 0;

  function wait(customer: Customer): Waiting {
    const cancel = clock.after(customer.patience, () => {
      const index = queue.findIndex((waiting) => waiting.customer === customer);
      if (index === -1) return;
      queue.splice(index, 1);
      abandoned += 1;
    });
    return { customer, cancel };
  }

  return {
    skill,
    arrived: () => arrived,
    abandoned: () => abandoned,
    waiting: () => queue.map(({ customer }) => customer),
    first: () => queue[0]?.customer ?? null,
    arrive: (customer) => {
      arrived += 1;
      queue.push(wait(customer));
    },
    comeBack: (customer) => {
      queue.unshift(wait(customer));
    },
    takeFirst: () => {
      const first = queue.shift();
      first?.cancel();
      return first?.customer ?? null;
    },
  };
}
