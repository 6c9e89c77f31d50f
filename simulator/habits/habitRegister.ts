import { plainWords } from '../plainWords.ts';
import { habitsOfSchema } from './habits.ts';
import type { Habits, HabitsOf } from './habits.ts';

/** Which habits the gateway has with whom. */
export interface HabitRegister {
  /** With this inspector: everyone's, each in place of it where they have one of their own. */
  of(agentId: string): Habits;
  /** Whether the gateway has such habits with anyone. */
  some(isSuch: (habits: Habits) => boolean): boolean;
  /** In place of those that the inspector, or everyone, had before; throws a RangeError when they make no sense. */
  set(wanted: HabitsOf): void;
  /** No habits with anyone. */
  clear(): void;
  /** Told of every change; the function returned ends that. */
  onChange(watcher: () => void): () => void;
}

/** Begins with these; throws a RangeError when they make no sense. */
export function createHabitRegister(habits: readonly HabitsOf[]): HabitRegister {
  const ownHabits = new Map<string, Habits>();
  const watchers: (() => void)[] = [];
  let everyones: Habits = {};

  function set(wanted: HabitsOf): void {
    const { agentId, habits: its } = understood(wanted);
    if (agentId === undefined) everyones = its;
    else ownHabits.set(agentId, its);
    for (const watcher of watchers) watcher();
  }

  for (const each of habits) set(each);
  return {
    of: (agentId) => {
      const own = ownHabits.get(agentId);
      return own === undefined ? everyones : { ...everyones, ...own };
    },
    some: (isSuch) => isSuch(everyones) || [...ownHabits.values()].some(isSuch),
    set,
    clear: () => {
      ownHabits.clear();
      set({ habits: {} });
    },
    onChange: (watcher) => {
      watchers.push(watcher);
      return () => {
        const place = watchers.indexOf(watcher);
        if (place >= 0) watchers.splice(place, 1);
      };
    },
  };
}

function understood(wanted: HabitsOf): HabitsOf {
  const reading = habitsOfSchema.safeParse(wanted, { error: plainWords });
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  throw new RangeError(`${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`);
}
