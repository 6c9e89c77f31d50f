import { happening } from '../agentEvent.ts';
import type { Happening, InspectedMedia, InspectionMode } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import { hungUpBy } from './listenEnd.ts';
import type { InspectionEnd, ListenEnd } from './listenEnd.ts';
import type { ReachablePhone } from './phone.ts';

/** The steps are the same for a listen, an insert and a whisper; `listening`: the inspector's line is up. */
export type ListenStep = 'accepted' | 'callingPhone' | 'ringing' | 'listening' | 'ended';

/** What an inspection does to its surroundings. */
export interface InspectionEffects {
  tellInspector(happening: Happening): void;
  tellAgent(happening: Happening): void;
  inspectorEnters(state: AgentState): void;
  /** The step that begins, the one that was before, and, at the end, why. */
  stepped(step: ListenStep, before: ListenStep, why: ListenEnd | null): void;
  ended(): void;
}

export interface InspectionOptions {
  readonly mode: InspectionMode;
  readonly media: InspectedMedia;
  readonly inspector: string;
  readonly workNo: string;
  readonly phone: ReachablePhone;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly effects: InspectionEffects;
}

/** One listen, insert or whisper, from its acceptance to its end: events in the order of the developer's guide (protocol.md 3.1). */
export interface Inspection {
  readonly inspector: string;
  readonly workNo: string;
  readonly media: InspectedMedia;
  mode(): InspectionMode;
  step(): ListenStep;
  start(): void;
  /** The phone is picked up; throws unless it rings. */
  pickUp(): void;
  /** Goes on in another mode; an agent who is being inspected is told of the new one. */
  switchTo(mode: InspectionMode): void;
  end(reason: InspectionEnd): void;
  /** Ends without a word to the inspector, who is no longer there, or has taken over the agent's call. */
  endInSilence(why: Exclude<ListenEnd, InspectionEnd>): void;
}

/** An inspection that was accepted, and not started. */
export function createInspection(options: InspectionOptions): Inspection {
  const { media, inspector, workNo, phone, clock, timings, effects } = options;
  const timers = new Set<Cancel>();
  let mode = options.mode;
  let step: ListenStep = 'accepted';

  function tellAgentOfTheEnd(): void {
    effects.tellAgent(happening.beQcStop(inspector, mode));
  }

  function callPhone(): void {
    enter('callingPhone');
    after(timings.ring, () => {
      if (phone.kind === 'busy') end('phoneBusy');
      else ring();
    });
  }

  function ring(): void {
    enter('ringing');
    effects.inspectorEnters('answering');
    effects.tellInspector(happening.phoneAlerting);
    whileRinging(timings.ringTimeout, () => {
      end('ringTimeout');
    });
    switch (phone.kind) {
      case 'picksUp':
        whileRinging(phone.afterMs, pickUp);
        return;
      case 'declines':
        whileRinging(phone.afterMs, () => {
          end('declined');
        });
        return;
      case 'neverAnswers':
      case 'longCall':
      case 'busy':
        return;
    }
  }

  function pickUp(): void {
    if (step !== 'ringing') throw new Error(`The phone of ${inspector} is not ringing but ${step}`);
    effects.tellInspector(happening.phoneOffhook);
    beginListening();
  }

  function beginListening(): void {
    enter('listening');
    effects.inspectorEnters('talking');
    effects.tellAgent(happening.beQcStart(inspector, mode));
  }

  function end(reason: InspectionEnd): void {
    const rang = step === 'ringing' || (step === 'listening' && phone.kind !== 'longCall');
    const wasListening = step === 'listening';
    finish(reason);
    if (reason === 'phoneBusy') effects.tellInspector(happening.phoneBusy);
    // A hang-up is an event of the phone even on a long-call line, which the platform would leave off-hook.
    if (rang || reason === 'hungUp') effects.tellInspector(happening.phoneRelease(hungUpBy(reason, phone)));
    effects.inspectorEnters('idle');
    effects.tellInspector(happening.ready);
    if (wasListening) tellAgentOfTheEnd();
  }

  function enter(next: ListenStep, why: ListenEnd | null = null): void {
    const before = step;
    step = next;
    effects.stepped(next, before, why);
  }

  function finish(why: ListenEnd): void {
    enter('ended', why);
    for (const cancel of timers) cancel();
    timers.clear();
    effects.ended();
  }

  function whileRinging(ms: number, act: () => void): void {
    after(ms, () => {
      if (step === 'ringing') act();
    });
  }

  function after(ms: number, act: () => void): void {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      act();
    });
    timers.add(cancel);
  }

  return {
    inspector,
    workNo,
    media,
    mode: () => mode,
    step: () => step,
    start: () => {
      effects.stepped('accepted', 'accepted', null);
      effects.inspectorEnters('preoccupied');
      after(timings.busy, () => {
        effects.tellInspector(happening.busy);
        if (phone.kind === 'longCall') beginListening();
        else callPhone();
      });
    },
    pickUp,
    switchTo: (next) => {
      mode = next;
      if (step === 'listening') effects.tellAgent(happening.beQcStart(inspector, next));
    },
    end,
    endInSilence: (why) => {
      const wasListening = step === 'listening';
      finish(why);
      if (wasListening) tellAgentOfTheEnd();
    },
  };
}
