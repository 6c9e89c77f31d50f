import { modeOf, type Mode } from '../../../contract/inspection.ts';
import type { AppState } from '../../../contract/state.ts';
import type { Rig } from './rig.ts';

/** Compares, every few milliseconds and with each state, what is claimed of the mode with what the gateway has. */
export interface ModeWatch {
  /** Claims that were wrong, each in words. */
  readonly wrong: readonly string[];
  stop(): void;
}

/** What the page may say of the mode; null: nothing for certain. */
function claimOf({ listen, inspection, session }: AppState): Mode | null {
  if (listen.kind !== 'listening' || inspection === null || session.kind !== 'signedIn' || session.connection.kind !== 'live') return null;
  const mode = modeOf(inspection);
  return mode === 'unknown' ? null : mode;
}

export function watchModes({ bench, simulator, inspector }: Rig): ModeWatch {
  const wrong = new Set<string>();
  const look = (): void => {
    const claim = claimOf(bench.inspector.state());
    const there = simulator.inspectionOf(inspector);
    // Whether the listen itself goes on is another figure's.
    if (claim === null || there?.step !== 'listening' || there.mode === claim) return;
    wrong.add(`shown ${claim}, at the gateway ${there.mode}`);
  };
  const timer = setInterval(look, 3);
  const stopListening = bench.inspector.onState(look);
  return {
    get wrong() {
      return [...wrong];
    },
    stop: () => {
      look();
      clearInterval(timer);
      stopListening();
    },
  };
}
