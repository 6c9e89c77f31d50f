import type { App } from 'electron';
import { isUnderWay, type AppState } from '../../contract/state.ts';
import type { Clock } from '../ports/clock.ts';

/** The switch of a start that ends the Earshot that runs: an installer's, before it replaces the program. */
const quitSwitch = 'quit';

/** How such a start ends. */
export const quitStatus = { noneRuns: 0, oneStays: 3 } as const;

/** Milliseconds: a running Earshot signs out within four seconds, and is then gone. */
const patience = 10_000;
const askAgainAfter = 500;

/** Whether this start is only to end the Earshot that runs. */
export function quitWanted(app: Pick<App, 'commandLine'>): boolean {
  return app.commandLine.hasSwitch(quitSwitch);
}

/**
 * Asks the Earshot that runs to end, until it has or ten seconds have passed; answers the exit status. `isAlone` asks, and says whether
 * there is none (any more).
 */
export function quitOther(isAlone: () => boolean, clock: Pick<Clock, 'now' | 'after'>): Promise<number> {
  const last = clock.now() + patience;
  return new Promise((resolve) => {
    const ask = (): void => {
      if (isAlone()) resolve(quitStatus.noneRuns);
      else if (clock.now() >= last) resolve(quitStatus.oneStays);
      else clock.after(askAgainAfter, ask);
    };
    ask();
  });
}

export interface QuitRequestsOptions {
  state(): Pick<AppState, 'listen'>;
  leave(why: string): void;
  /** Tells the inspector why Earshot was asked to end, and that it goes on. */
  sayThatItStays(): void;
  readonly clock: Pick<Clock, 'now'>;
}

/** What the Earshot that runs does when another start, or Windows for an installer, asks it to end. Never in the middle of a listen. */
export interface QuitRequests {
  /** Whether another start's command line asks for it. */
  isAskedBy(words: readonly string[]): boolean;
  /** Ends, and says so; false: it stays, as a listen is under way. */
  quitUnlessListening(why: string): boolean;
}

/** Milliseconds between two times that the inspector is told: an installer asks again and again. */
const sayAgainAfter = 30_000;

export function createQuitRequests({ state, leave, sayThatItStays, clock }: QuitRequestsOptions): QuitRequests {
  let saidAt: number | null = null;
  return {
    isAskedBy: (words) => words.includes(`--${quitSwitch}`),
    quitUnlessListening: (why) => {
      if (!isUnderWay(state().listen)) {
        leave(why);
        return true;
      }
      if (saidAt === null || clock.now() - saidAt >= sayAgainAfter) {
        saidAt = clock.now();
        sayThatItStays();
      }
      return false;
    },
  };
}
