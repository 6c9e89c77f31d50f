import type { AgentEvent } from '../agentEvent.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Habits } from './habits.ts';

export interface EventFloodOptions {
  readonly habits: () => Habits;
  /** Told of every change of the habits, until the function returned is called. */
  readonly onHabits: (watcher: () => void) => () => void;
  readonly clock: Clock;
  /** Puts an event to where the client finds it. */
  readonly deliver: (event: AgentEvent) => void;
  /** An event of the flood, addressed. */
  readonly note: (eventType: string) => AgentEvent;
}

/** Often enough that a flood is even, seldom enough that 500 a second are no 500 timers. */
const everyMs = 100;
const usualFlood = 'AgentOther_Note';

/** Pours events into a session while that is the gateway's habit, until the function returned is called. */
export function startEventFlood({ habits, onHabits, clock, deliver, note }: EventFloodOptions): () => void {
  let owed = 0;
  let cancel: Cancel | null = null;
  const unwatch = onHabits(begin);
  begin();

  function begin(): void {
    cancel?.();
    cancel = null;
    const { eventFlood } = habits();
    if (eventFlood === undefined) return;
    const pour = (): void => {
      owed += (eventFlood.perSecond * everyMs) / 1_000;
      for (; owed >= 1; owed -= 1) deliver(note(eventFlood.eventType ?? usualFlood));
      cancel = clock.after(everyMs, pour);
    };
    cancel = clock.after(everyMs, pour);
  }

  return () => {
    unwatch();
    cancel?.();
  };
}
