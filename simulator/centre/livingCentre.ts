import { seededRandom } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { AgentState } from './agentState.ts';
import type { CallHands } from './callHands.ts';
import type { Centre } from './centre.ts';
import { createDays } from './days.ts';
import type { Life } from './days.ts';
import { dutiesOf } from './duties.ts';
import type { Shift } from './rota.ts';

export interface LivingCentreOptions {
  readonly centre: Centre;
  readonly agenda: Agenda;
  readonly seed: number;
  readonly hands: CallHands;
}

/**
 * Moves the agents without a client through their day: they sign in and out with their shift, rest at its times, and
 * handle the calls that are brought to them.
 */
export interface LivingCentre {
  /** Lets an agent live from their present state on, of which a part is over. */
  animate(workNo: string, shift: Shift): void;
  /** From now on the agent stays as they are, whatever happens. */
  hold(workNo: string): void;
  lives(workNo: string): boolean;
  /** Puts an agent into a state now; one who lives goes on living from it. `reason`: of busy or of rest, 0 for none. */
  move(workNo: string, state: AgentState, reason?: number): void;
}

/** Nobody lives yet. */
export function createLivingCentre({ centre, agenda, seed, hands }: LivingCentreOptions): LivingCentre {
  const lives = new Map<string, Life>();
  const days = createDays({ centre, agenda, hands });

  return {
    animate: (workNo, shift) => {
      const random = seededRandom(seed, Number(workNo));
      const life: Life = { workNo, random, duties: dutiesOf(shift, agenda.time()), cancel: () => undefined };
      lives.set(workNo, life);
      // Whoever looks in at any moment meets more of the long stays than of the short ones.
      days.plan(life, random.fraction() ** 0.25);
    },
    hold: (workNo) => {
      lives.get(workNo)?.cancel();
      lives.delete(workNo);
    },
    lives: (workNo) => lives.has(workNo),
    move: (workNo, state, reason = 0) => {
      const life = lives.get(workNo);
      if (life === undefined) centre.enter(workNo, state, agenda.now(), reason);
      else days.enter(life, state, reason);
    },
  };
}
