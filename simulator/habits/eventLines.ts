import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { LineTo } from '../session/session.ts';
import type { Chance } from './chance.ts';
import { createEventLine } from './eventLine.ts';
import type { HabitRegister } from './habitRegister.ts';

/** Everyone's events go the way that the habits make of it. */
export function eventLines({
  habits,
  chanceOf,
  clock,
  journal,
}: {
  readonly habits: HabitRegister;
  readonly chanceOf: (agentId: string) => Chance;
  readonly clock: Clock;
  readonly journal: Journal;
}): LineTo {
  return ({ agentId, deliver, address }) =>
    createEventLine({
      agentId,
      habits: () => habits.of(agentId),
      onHabits: (watcher) => habits.onChange(watcher),
      random: chanceOf(agentId).events,
      clock,
      journal,
      deliver,
      note: (eventType) => address({ eventType, content: null }),
    });
}
