import { happening } from '../agentEvent.ts';
import type { Happening, InspectedMedia, InspectionMode, PhoneState } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { InspectionEnd, ListenEnd } from './listenEnd.ts';
import type { PhoneBehaviour } from './phone.ts';

/** The steps are the same for a listen, an insert and a whisper; `listening`: the inspector's line is up. */
export type ListenStep = 'accepted' | 'callingPhone' | 'ringing' | 'listening' | 'ended';

/** What an inspection does to its surroundings. */
export interface InspectionEffects {
  tellInspector(happening: Happening): void;
  tellAgent(happening: Happening): void;
  inspectorEnters(state: AgentState): void;
  /** The step that begins, the one that was before, and, at the end, why. */
  stepped(step: ListenStep, before: ListenStep, why: ListenEnd | undefined): void;
  ended(): void;
}

export interface InspectionOptions {
  readonly mode: InspectionMode;
  readonly media: InspectedMedia;
  readonly inspector: string;
  readonly workNo: string;
  readonly phone: Exclude<PhoneBehaviour, { kind: 'unplugged' }>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly effects: InspectionEffects;
}

/** One listen, insert or whisper, from its acceptance to its end: events in the order of the developer's guide (protocol.md 3.1). */
export class Inspection {
  readonly inspector: string;
  readonly workNo: string;
  readonly media: InspectedMedia;
  readonly #phone: InspectionOptions['phone'];
  readonly #clock: Clock;
  readonly #timings: Timings;
  readonly #effects: InspectionEffects;
  readonly #timers = new Set<Cancel>();
  #step: ListenStep = 'accepted';
  #mode: InspectionMode;

  constructor(options: InspectionOptions) {
    this.#mode = options.mode;
    this.inspector = options.inspector;
    this.workNo = options.workNo;
    this.media = options.media;
    this.#phone = options.phone;
    this.#clock = options.clock;
    this.#timings = options.timings;
    this.#effects = options.effects;
  }

  get mode(): InspectionMode {
    return this.#mode;
  }

  get step(): ListenStep {
    return this.#step;
  }

  start(): void {
    this.#effects.stepped('accepted', 'accepted', undefined);
    this.#effects.inspectorEnters('preoccupied');
    this.#after(this.#timings.busy, () => {
      this.#effects.tellInspector(happening.busy);
      if (this.#phone.kind === 'longCall') this.#beginListening();
      else this.#callPhone();
    });
  }

  /** The phone is picked up; only a ringing one can be. */
  pickUp(): void {
    if (this.#step !== 'ringing') throw new Error(`The phone of ${this.inspector} is not ringing but ${this.#step}`);
    this.#effects.tellInspector(happening.phoneOffhook);
    this.#beginListening();
  }

  /** Goes on in another mode; an agent who is being inspected is told of the new one. */
  switchTo(mode: InspectionMode): void {
    this.#mode = mode;
    if (this.#step === 'listening') this.#effects.tellAgent(happening.beQcStart(this.inspector, mode));
  }

  end(reason: InspectionEnd): void {
    const rang = this.#step === 'ringing' || (this.#step === 'listening' && this.#phone.kind !== 'longCall');
    const wasListening = this.#step === 'listening';
    this.#finish(reason);
    if (reason === 'phoneBusy') this.#effects.tellInspector(happening.phoneBusy);
    // A hang-up is an event of the phone even on a long-call line, which the platform would leave off-hook.
    if (rang || reason === 'hungUp') this.#effects.tellInspector(happening.phoneRelease(this.#hungUpBy(reason)));
    this.#effects.inspectorEnters('idle');
    this.#effects.tellInspector(happening.ready);
    if (wasListening) this.#tellAgentOfTheEnd();
  }

  /** Ends without a word to the inspector, who is no longer there, or has taken over the agent's call. */
  endInSilence(why: Exclude<ListenEnd, InspectionEnd>): void {
    const wasListening = this.#step === 'listening';
    this.#finish(why);
    if (wasListening) this.#tellAgentOfTheEnd();
  }

  #tellAgentOfTheEnd(): void {
    this.#effects.tellAgent(happening.beQcStop(this.inspector, this.#mode));
  }

  #callPhone(): void {
    this.#enter('callingPhone');
    this.#after(this.#timings.ring, () => {
      if (this.#phone.kind === 'busy') this.end('phoneBusy');
      else this.#ring();
    });
  }

  #ring(): void {
    this.#enter('ringing');
    this.#effects.inspectorEnters('answering');
    this.#effects.tellInspector(happening.phoneAlerting);
    this.#whileRinging(this.#timings.ringTimeout, () => {
      this.end('ringTimeout');
    });
    switch (this.#phone.kind) {
      case 'picksUp':
        this.#whileRinging(this.#phone.afterMs, () => {
          this.pickUp();
        });
        return;
      case 'declines':
        this.#whileRinging(this.#phone.afterMs, () => {
          this.end('declined');
        });
        return;
      case 'neverAnswers':
      case 'longCall':
      case 'busy':
        return;
    }
  }

  #beginListening(): void {
    this.#enter('listening');
    this.#effects.inspectorEnters('talking');
    this.#effects.tellAgent(happening.beQcStart(this.inspector, this.#mode));
  }

  #hungUpBy(reason: InspectionEnd): PhoneState {
    switch (reason) {
      case 'hungUp':
        return 2;
      case 'declined':
        return this.#phone.kind === 'declines' ? (this.#phone.phoneState ?? 3) : 3;
      case 'stopped':
      case 'callEnded':
      case 'callTakenOver':
      case 'agentSignedOut':
      case 'agentMoved':
      case 'ringTimeout':
      case 'phoneBusy':
        return 3;
    }
  }

  #enter(step: ListenStep, why?: ListenEnd): void {
    const before = this.#step;
    this.#step = step;
    this.#effects.stepped(step, before, why);
  }

  #finish(why: ListenEnd): void {
    this.#enter('ended', why);
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#effects.ended();
  }

  #whileRinging(ms: number, fn: () => void): void {
    this.#after(ms, () => {
      if (this.#step === 'ringing') fn();
    });
  }

  #after(ms: number, fn: () => void): void {
    const cancel = this.#clock.after(ms, () => {
      this.#timers.delete(cancel);
      fn();
    });
    this.#timers.add(cancel);
  }
}
