import type { Cancel } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { AgentState } from './agentState.ts';
import type { CallHands } from './callHands.ts';
import type { Centre } from './centre.ts';
import { afterIdle, afterWrapUp, answersRing, customerAnswers, lateness, partsOfTalk, patienceOfIdle, stay } from './life.ts';
import { beginShift, dutiesOf, takeDuty, untilDue } from './duties.ts';
import type { Duties } from './duties.ts';
import { isOnDuty, untilStart } from './rota.ts';
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

/** One agent with a life of their own. */
interface Life {
  readonly workNo: string;
  /** The agent's own, so that what they draw never shifts another's day. */
  readonly random: Random;
  readonly duties: Duties;
  /** Takes back what the agent will do next. */
  cancel: Cancel;
}

/** Whoever forces an agent who should rest, or be gone, to be idle, has them for so long. */
const shortestDuty = 5_000;

/** Nobody lives yet. */
export function createLivingCentre({ centre, agenda, seed, hands }: LivingCentreOptions): LivingCentre {
  const lives = new Map<string, Life>();

  function enter(life: Life, state: AgentState, reason = 0, ms: number | null = null): void {
    centre.enter(life.workNo, state, agenda.now(), reason);
    plan(life, 1, ms);
  }

  /** Plans what the agent does when this share of their stay, or `ms`, is over. */
  function plan(life: Life, share: number, ms: number | null = null): void {
    const { workNo, random } = life;
    const { state } = centre.existing(workNo);
    life.cancel();
    const then = (act: () => void): void => {
      life.cancel = agenda.after(ms ?? share * stay(state, random), act);
    };
    switch (state) {
      case 'signedOut':
        planSignIn(life, share);
        return;
      case 'idle':
        planIdle(life);
        return;
      case 'preoccupied':
        then(() => {
          hands.ring(workNo);
        });
        return;
      case 'occupied':
        then(() => {
          if (customerAnswers(random)) hands.connect(workNo);
          else hands.giveUp(workNo);
        });
        return;
      case 'answering':
        then(() => {
          if (answersRing(random)) hands.connect(workNo);
          else hands.giveUp(workNo);
        });
        return;
      case 'talking':
        planTalk(life, share);
        return;
      case 'wrapUp':
        then(() => {
          goOn(life, afterWrapUp(random));
        });
        return;
      case 'busy':
      case 'rest':
        then(() => {
          goOn(life, 'idle');
        });
        return;
    }
  }

  function planSignIn(life: Life, share: number): void {
    const back = share * stay('signedOut', life.random);
    const { shift } = life.duties;
    const ms = isOnDuty(shift, agenda.time() + back) ? back : untilStart(shift, agenda.time()) + lateness(life.random);
    life.cancel = agenda.after(ms, () => {
      beginShift(life.duties, agenda.time());
      enter(life, 'idle');
    });
  }

  /** An idle agent waits for a call, which comes from elsewhere, until they are due or have something else to do. */
  function planIdle(life: Life): void {
    const patience = patienceOfIdle(life.random);
    const dutyFree = Math.max(shortestDuty, untilDue(life.duties, agenda.time()));
    life.cancel = agenda.after(Math.min(patience, dutyFree), () => {
      goOn(life, afterIdle(life.random));
    });
  }

  function planTalk(life: Life, share: number): void {
    const talk = ([part, ...later]: readonly number[]): void => {
      life.cancel = agenda.after(share * (part ?? 0), () => {
        if (later.length === 0) hands.hangUp(life.workNo);
        else {
          hands.hold(life.workNo, later.length > 1);
          talk(later);
        }
      });
    };
    talk(partsOfTalk(life.random));
  }

  /** What the rota asks for goes before what the agent would do. */
  function goOn(life: Life, otherwise: 'idle' | 'busy' | 'callOut'): void {
    const duty = takeDuty(life.duties, agenda.time());
    if (duty?.kind === 'rest') enter(life, 'rest', duty.rest.cause, duty.rest.length);
    else if (duty?.kind === 'goHome') enter(life, 'signedOut');
    else if (otherwise === 'callOut') hands.callOut(life.workNo, life.random);
    else enter(life, otherwise);
  }

  return {
    animate: (workNo, shift) => {
      const random = seededRandom(seed, Number(workNo));
      const life: Life = { workNo, random, duties: dutiesOf(shift, agenda.time()), cancel: () => undefined };
      lives.set(workNo, life);
      // Whoever looks in at any moment meets more of the long stays than of the short ones.
      plan(life, random.fraction() ** 0.25);
    },
    hold: (workNo) => {
      lives.get(workNo)?.cancel();
      lives.delete(workNo);
    },
    lives: (workNo) => lives.has(workNo),
    move: (workNo, state, reason = 0) => {
      const life = lives.get(workNo);
      if (life === undefined) centre.enter(workNo, state, agenda.now(), reason);
      else enter(life, state, reason);
    },
  };
}
