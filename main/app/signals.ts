import { createListeners, type Listeners } from '../../contract/listeners.ts';
import type { Settings } from '../../contract/settings.ts';
import type { RosterStates } from '../roster/roster.ts';
import type { SessionNews } from './sessionNews.ts';

/** What modules have to tell of those that are composed after them; whom each concerns stands in `wiring.ts`. */
export interface Signals {
  /** With the settings as they were before. */
  readonly settingsChanged: Listeners<Settings>;
  /** The gateway's date confirms the computer's from now on. */
  readonly dateAgreed: Listeners<null>;
  readonly sessionNews: Listeners<SessionNews>;
  /** What the pages show and care for may have changed. */
  readonly attention: Listeners<null>;
  /** The gateway's list of agents came. */
  readonly looked: Listeners<RosterStates>;
  /** The inspector asked for a listen to this agent, and it was taken up. */
  readonly listenAsked: Listeners<string>;
  /** A listen is about to be asked of the gateway. */
  readonly listenRequested: Listeners<null>;
  readonly listenChanged: Listeners<null>;
  /** The audit trail knows of more listens than before. */
  readonly trailGrew: Listeners<null>;
}

export function createSignals(): Signals {
  return {
    settingsChanged: createListeners(),
    dateAgreed: createListeners(),
    sessionNews: createListeners(),
    attention: createListeners(),
    looked: createListeners(),
    listenAsked: createListeners(),
    listenRequested: createListeners(),
    listenChanged: createListeners(),
    trailGrew: createListeners(),
  };
}
