import { happening } from '../agentEvent.ts';
import type { Happening, PhoneState } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { PhoneBehaviour } from './phone.ts';

export type ListenStep = 'accepted' | 'callingPhone' | 'ringing' | 'listening' | 'ended';

/** How a listen ends. The platform hangs the phone up in all cases but the last two. */
export type ListenEnd = 'stopped' | 'callEnded' | 'agentSignedOut' | 'ringTimeout' | 'phoneBusy' | 'declined' | 'hungUp';

/** What a listen does to its surroundings. */
export interface ListenEffects {
  tellInspector(happening: Happening): void;
  tellAgent(happening: Happening): void;
  inspectorEnters(state: AgentState): void;
  ended(): void;
}

export interface ListenMaterial {
  readonly inspector: string;
  readonly workNo: string;
  readonly phone: Exclude<PhoneBehaviour, { kind: 'unplugged' }>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly effects: ListenEffects;
}

/** One listen, from its acceptance to its end: events in the order of the developer's guide (ccgateway.md 3.1). */
export class Listen {
  readonly inspector: string;
  readonly workNo: string;
  readonly #phone: ListenMaterial['phone'];
  readonly #clock: Clock;
  readonly #timings: Timings;
  readonly #effects: ListenEffects;
  readonly #timers = new Set<Cancel>();
  #step: ListenStep = 'accepted';

  constructor(material: ListenMaterial) {
    this.inspector = material.inspector;
    this.workNo = material.workNo;
    this.#phone = material.phone;
    this.#clock = material.clock;
    this.#timings = material.timings;
    this.#effects = material.effects;
  }

  get step(): ListenStep {
    return this.#step;
  }

  start(): void {
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

  end(reason: ListenEnd): void {
    const rang = this.#step === 'ringing' || (this.#step === 'listening' && this.#phone.kind !== 'longCall');
    const wasListening = this.#step === 'listening';
    this.#stopTimers();
    this.#effects.ended();
    if (reason === 'phoneBusy') this.#effects.tellInspector(happening.phoneBusy);
    // A hang-up is an event of the phone even on a long-call line, which the platform would leave off-hook.
    if (rang || reason === 'hungUp') this.#effects.tellInspector(happening.phoneRelease(this.#hungUpBy(reason)));
    this.#effects.inspectorEnters('idle');
    this.#effects.tellInspector(happening.ready);
    if (wasListening) this.#effects.tellAgent(happening.beQcStop(this.inspector));
  }

  /** Ends without a word to the inspector, who is no longer there. */
  inspectorLeft(): void {
    const wasListening = this.#step === 'listening';
    this.#stopTimers();
    this.#effects.ended();
    if (wasListening) this.#effects.tellAgent(happening.beQcStop(this.inspector));
  }

  #callPhone(): void {
    this.#step = 'callingPhone';
    this.#after(this.#timings.ring, () => {
      if (this.#phone.kind === 'busy') this.end('phoneBusy');
      else this.#ring();
    });
  }

  #ring(): void {
    this.#step = 'ringing';
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
    this.#step = 'listening';
    this.#effects.inspectorEnters('talking');
    this.#effects.tellAgent(happening.beQcStart(this.inspector));
  }

  #hungUpBy(reason: ListenEnd): PhoneState {
    switch (reason) {
      case 'hungUp':
        return 2;
      case 'declined':
        return this.#phone.kind === 'declines' ? (this.#phone.phoneState ?? 3) : 3;
      case 'stopped':
      case 'callEnded':
      case 'agentSignedOut':
      case 'ringTimeout':
      case 'phoneBusy':
        return 3;
    }
  }

  #stopTimers(): void {
    this.#step = 'ended';
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
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
