import type { Cancel } from '../clock.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { AgentState } from './agentState.ts';
import type { CallHands } from './callHands.ts';
import type { Centre } from './centre.ts';
import { afterIdle, afterWrapUp, answersRing, customerAnswers, lateness, partsOfTalk, patienceOfIdle, stay } from './life.ts';
import { Duties } from './duties.ts';
import type { Shift } from './rota.ts';

export interface LivingCentreDeps {
  readonly centre: Centre;
  readonly agenda: Agenda;
  readonly seed: number;
  readonly hands: CallHands;
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

/**
 * Moves the agents without a client through their day: they sign in and out with their shift, rest at its times, and
 * handle the calls that are brought to them.
 */
export class LivingCentre {
  readonly #here: LivingCentreDeps;
  readonly #lives = new Map<string, Life>();

  constructor(deps: LivingCentreDeps) {
    this.#here = deps;
  }

  /** Lets an agent live from their present state on, of which a part is over. */
  animate(workNo: string, shift: Shift): void {
    const random = seededRandom(this.#here.seed, Number(workNo));
    const life: Life = { workNo, random, duties: new Duties(shift, this.#here.agenda.time()), cancel: () => undefined };
    this.#lives.set(workNo, life);
    // Whoever looks in at any moment meets more of the long stays than of the short ones.
    this.#plan(life, random.fraction() ** 0.25);
  }

  /** From now on the agent stays as they are, whatever happens. */
  hold(workNo: string): void {
    this.#lives.get(workNo)?.cancel();
    this.#lives.delete(workNo);
  }

  lives(workNo: string): boolean {
    return this.#lives.has(workNo);
  }

  /** Puts an agent into a state now; one who lives goes on living from it. */
  move(workNo: string, state: AgentState, reason = 0): void {
    const life = this.#lives.get(workNo);
    if (life === undefined) this.#here.centre.enter(workNo, state, this.#here.agenda.now(), reason);
    else this.#enter(life, state, reason);
  }

  #enter(life: Life, state: AgentState, reason = 0, ms?: number): void {
    const { centre, agenda } = this.#here;
    centre.enter(life.workNo, state, agenda.now(), reason);
    this.#plan(life, 1, ms);
  }

  /** Plans what the agent does when this share of their stay, or `ms`, is over. */
  #plan(life: Life, share = 1, ms?: number): void {
    const { agenda, centre, hands } = this.#here;
    const { workNo, random } = life;
    const { state } = centre.existing(workNo);
    life.cancel();
    const then = (act: () => void): void => {
      life.cancel = agenda.after(ms ?? share * stay(state, random), act);
    };
    switch (state) {
      case 'signedOut':
        this.#planSignIn(life, share);
        return;
      case 'idle':
        this.#planIdle(life);
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
        this.#planTalk(life, share);
        return;
      case 'wrapUp':
        then(() => {
          this.#goOn(life, afterWrapUp(random));
        });
        return;
      case 'busy':
      case 'rest':
        then(() => {
          this.#goOn(life, 'idle');
        });
        return;
    }
  }

  #planSignIn(life: Life, share: number): void {
    const { agenda } = this.#here;
    const back = share * stay('signedOut', life.random);
    const ms = life.duties.isOn(agenda.time() + back) ? back : life.duties.untilBegin(agenda.time()) + lateness(life.random);
    life.cancel = agenda.after(ms, () => {
      life.duties.begin(agenda.time());
      this.#enter(life, 'idle');
    });
  }

  /** An idle agent waits for a call, which comes from elsewhere, until they are due or have something else to do. */
  #planIdle(life: Life): void {
    const { agenda } = this.#here;
    const patience = patienceOfIdle(life.random);
    const untilDue = Math.max(shortestDuty, life.duties.untilDue(agenda.time()));
    life.cancel = agenda.after(Math.min(patience, untilDue), () => {
      this.#goOn(life, afterIdle(life.random));
    });
  }

  #planTalk(life: Life, share: number): void {
    const { agenda, hands } = this.#here;
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
  #goOn(life: Life, otherwise: 'idle' | 'busy' | 'callOut'): void {
    const duty = life.duties.take(this.#here.agenda.time());
    if (duty?.kind === 'rest') this.#enter(life, 'rest', duty.rest.cause, duty.rest.length);
    else if (duty?.kind === 'goHome') this.#enter(life, 'signedOut');
    else if (otherwise === 'callOut') this.#here.hands.callOut(life.workNo, life.random);
    else this.#enter(life, otherwise);
  }
}
