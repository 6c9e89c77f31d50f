import type { AgentEvent } from '../agentEvent.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { Random } from '../random.ts';
import { within } from './chance.ts';
import { eventKindOf } from './eventKinds.ts';
import type { Habits } from './habits.ts';

export interface EventLineDeps {
  readonly agentId: string;
  readonly habits: () => Habits;
  /** Told of every change of the habits, until the function returned is called. */
  readonly onHabits: (watcher: () => void) => () => void;
  readonly random: Random;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Puts an event to where the client finds it. */
  readonly deliver: (event: AgentEvent) => void;
  /** An event of a flood, addressed. */
  readonly note: (eventType: string) => AgentEvent;
}

/** Often enough that a flood is even, seldom enough that 500 a second are no 500 timers. */
const floodEveryMs = 100;
const usualFlood = 'AgentOther_Note';

/** The way of one session's events from where they arise to where the client finds them. */
export class EventLine {
  readonly #here: EventLineDeps;
  readonly #timers = new Set<Cancel>();
  readonly #unwatch: () => void;
  #late: { readonly event: AgentEvent; readonly due: number }[] = [];
  #cancelHead: Cancel | undefined;
  #cancelFlood: Cancel | undefined;
  #owed = 0;

  constructor(deps: EventLineDeps) {
    this.#here = deps;
    this.#unwatch = deps.onHabits(() => {
      this.#flood();
    });
    this.#flood();
  }

  send(event: AgentEvent): void {
    const { habits, random, journal, clock, agentId } = this.#here;
    const { eventsLost, eventsLate } = habits();
    journal.raised(agentId, event);
    if (eventsLost !== undefined && isOf(event, eventsLost.of) && random.fraction() < eventsLost.share) {
      journal.lost(agentId, event);
      return;
    }
    const delay = eventsLate === undefined ? 0 : within(random, eventsLate);
    const last = this.#late.at(-1);
    if (delay === 0 && last === undefined) this.#arrive(event);
    else this.#wait({ event, due: Math.max(clock.now() + delay, last?.due ?? 0) });
  }

  /** Throws away what is still on its way. */
  clear(): void {
    this.#late = [];
    this.#cancelHead?.();
    this.#cancelHead = undefined;
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  /** The session is over: nothing arrives any more. */
  end(): void {
    this.clear();
    this.#unwatch();
    this.#cancelFlood?.();
  }

  #wait(late: { readonly event: AgentEvent; readonly due: number }): void {
    this.#late.push(late);
    if (this.#cancelHead === undefined) this.#awaitHead();
  }

  // One timer for the first of them: timers of the same moment need not keep their order.
  #awaitHead(): void {
    const [head] = this.#late;
    if (head === undefined) return;
    this.#cancelHead = this.#here.clock.after(Math.max(0, head.due - this.#here.clock.now()), () => {
      this.#cancelHead = undefined;
      this.#late.shift();
      this.#arrive(head.event);
      this.#awaitHead();
    });
  }

  #arrive(event: AgentEvent): void {
    const { habits, random, clock, deliver } = this.#here;
    deliver(event);
    const { eventsTwice } = habits();
    if (eventsTwice === undefined || random.fraction() >= eventsTwice.share) return;
    const cancel = clock.after(within(random, eventsTwice), () => {
      this.#timers.delete(cancel);
      deliver(event);
    });
    this.#timers.add(cancel);
  }

  #flood(): void {
    const { habits, clock, deliver, note } = this.#here;
    this.#cancelFlood?.();
    this.#cancelFlood = undefined;
    const { eventFlood } = habits();
    if (eventFlood === undefined) return;
    const pour = (): void => {
      this.#owed += (eventFlood.perSecond * floodEveryMs) / 1_000;
      for (; this.#owed >= 1; this.#owed -= 1) deliver(note(eventFlood.eventType ?? usualFlood));
      this.#cancelFlood = clock.after(floodEveryMs, pour);
    };
    this.#cancelFlood = clock.after(floodEveryMs, pour);
  }
}

function isOf(event: AgentEvent, kinds: NonNullable<Habits['eventsLost']>['of']): boolean {
  const kind = eventKindOf(event);
  return kinds.includes('all') || (kind !== undefined && kinds.includes(kind));
}
