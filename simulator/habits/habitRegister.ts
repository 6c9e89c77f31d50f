import { plainWords } from '../plainWords.ts';
import { habitsOfSchema } from './habits.ts';
import type { Habits, HabitsOf } from './habits.ts';

/** Which habits the gateway has with whom. */
export class HabitRegister {
  readonly #own = new Map<string, Habits>();
  readonly #watchers: (() => void)[] = [];
  #everyones: Habits = {};

  constructor(habits: readonly HabitsOf[]) {
    for (const each of habits) this.set(each);
  }

  /** With this inspector: everyone's, each in place of it where they have one of their own. */
  of(agentId: string): Habits {
    const own = this.#own.get(agentId);
    return own === undefined ? this.#everyones : { ...this.#everyones, ...own };
  }

  /** Whether the gateway has such habits with anyone. */
  some(isSuch: (habits: Habits) => boolean): boolean {
    return isSuch(this.#everyones) || [...this.#own.values()].some(isSuch);
  }

  /** In place of those that the inspector, or everyone, had before; throws a RangeError when they make no sense. */
  set(wish: HabitsOf): void {
    const reading = habitsOfSchema.safeParse(wish, { error: plainWords });
    if (!reading.success) {
      const [issue] = reading.error.issues;
      throw new RangeError(`${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`);
    }
    const { agentId, habits } = reading.data;
    if (agentId === undefined) this.#everyones = habits;
    else this.#own.set(agentId, habits);
    for (const watcher of this.#watchers) watcher();
  }

  /** No habits with anyone. */
  clear(): void {
    this.#own.clear();
    this.set({ habits: {} });
  }

  /** Told of every change; the function returned ends that. */
  onChange(watcher: () => void): () => void {
    this.#watchers.push(watcher);
    return () => {
      const place = this.#watchers.indexOf(watcher);
      if (place >= 0) this.#watchers.splice(place, 1);
    };
  }
}
