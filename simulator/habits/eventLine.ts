import type { AgentEvent } from '../agentEvent.ts';
import type { Cancel } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { Random } from '../random.ts';
import { within } from './chance.ts';
import { startEventFlood } from './eventFlood.ts';
import type { EventFloodOptions } from './eventFlood.ts';
import { eventKindOf } from './eventKinds.ts';
import type { Habits } from './habits.ts';

export interface EventLineOptions extends EventFloodOptions {
  readonly agentId: string;
  readonly random: Random;
  readonly journal: Journal;
}

/** The way of one session's events from where they arise to where the client finds them. */
export interface EventLine {
  send(event: AgentEvent): void;
  /** Throws away what is still on its way. */
  clear(): void;
  /** The session is over: nothing arrives any more. */
  end(): void;
}

export function createEventLine(options: EventLineOptions): EventLine {
  const { agentId, habits, random, clock, journal, deliver } = options;
  const timers = new Set<Cancel>();
  const late: { readonly event: AgentEvent; readonly due: number }[] = [];
  let cancelHead: Cancel | null = null;
  const endFlood = startEventFlood(options);

  // One timer for the first of them: timers of the same moment need not keep their order.
  function awaitHead(): void {
    const [head] = late;
    if (head === undefined) return;
    cancelHead = clock.after(Math.max(0, head.due - clock.now()), () => {
      cancelHead = null;
      late.shift();
      arrive(head.event);
      awaitHead();
    });
  }

  function arrive(event: AgentEvent): void {
    deliver(event);
    const { eventsTwice } = habits();
    if (eventsTwice === undefined || random.fraction() >= eventsTwice.share) return;
    const cancel = clock.after(within(random, eventsTwice), () => {
      timers.delete(cancel);
      deliver(event);
    });
    timers.add(cancel);
  }

  function clear(): void {
    late.length = 0;
    cancelHead?.();
    cancelHead = null;
    for (const cancel of timers) cancel();
    timers.clear();
  }

  return {
    send: (event) => {
      const { eventsLost, eventsLate } = habits();
      journal.raised(agentId, event);
      if (eventsLost !== undefined && isOf(event, eventsLost.of) && random.fraction() < eventsLost.share) {
        journal.lost(agentId, event);
        return;
      }
      const delay = eventsLate === undefined ? 0 : within(random, eventsLate);
      const last = late.at(-1);
      if (delay === 0 && last === undefined) {
        arrive(event);
        return;
      }
      late.push({ event, due: Math.max(clock.now() + delay, last?.due ?? 0) });
      if (cancelHead === null) awaitHead();
    },
    clear,
    end: () => {
      clear();
      endFlood();
    },
  };
}

function isOf(event: AgentEvent, kinds: NonNullable<Habits['eventsLost']>['of']): boolean {
  const kind = eventKindOf(event);
  return kinds.includes('all') || (kind !== null && kinds.includes(kind));
}
