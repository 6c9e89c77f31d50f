import type { Cancel } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { AgentState } from './agentState.ts';
import type { CallHands } from './callHands.ts';
import type { Centre } from './centre.ts';
import { beginShift, takeDuty, untilDue } from './duties.ts';
import type { Duties } from './duties.ts';
import { afterIdle, afterWrapUp, answersRing, customerAnswers, lateness, partsOfTalk, patienceOfIdle, stay } from './life.ts';
import { isOnDuty, untilStart } from './rota.ts';

export interface DaysOptions {
  readonly centre: Centre;
  readonly agenda: Agenda;
  readonly hands: CallHands;
}

/** One agent with a life of their own. */
export interface Life {
  readonly workNo: string;
  /** The agent's own, so that what they draw never shifts another's day. */
  readonly random: Random;
  readonly duties: Duties;
  /** Takes back what the agent will do next. */
  cancel: Cancel;
}

/** How agents go through their day: from each state to the next. */
export interface Days {
  /** Puts the agent into a state, from which they live on. `reason`: of busy or of rest, 0 for none. */
  enter(life: Life, state: AgentState, reason: number): void;
  /** Plans what the agent does when this share of their stay in their present state is over. */
  plan(life: Life, share: number): void;
}

/** Whoever forces an agent who should rest, or be gone, to be idle, has them for so long. */
const shortestDuty = 5_000;

/** The days of all agents who live. */
export function createDays({ centre, agenda, hands }: DaysOptions): Days {
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

  return { enter, plan };
}
