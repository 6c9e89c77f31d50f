import { freshRosterView, type RosterView } from '../../contract/rosterView.ts';
import { createListeners } from '../../contract/listeners.ts';
import type { ParsedBridge } from './parsedBridge.ts';

/** How the inspector has arranged the roster. The page goes on from what was kept, and has it kept when it changes. */
export interface RosterViewStore {
  subscribe(changed: () => void): () => void;
  view(): RosterView;
  change(part: Partial<RosterView>): void;
  /** Has a change that is still waiting kept now, as when the page goes. */
  flush(): void;
}

export interface RosterViewOptions {
  readonly bridge: Pick<ParsedBridge, 'onState' | 'keepRosterView'>;
  readonly schedule: (run: () => void, ms: number) => void;
}

/** What changes in quick succession, as while one types or drags, is kept once. */
const SETTLE_MS = 500;

export function createRosterViewStore({ bridge, schedule }: RosterViewOptions): RosterViewStore {
  const changes = createListeners<null>();
  let view: RosterView = freshRosterView;
  let begun = false;
  let unkept = false;

  function flush(): void {
    if (!unkept) return;
    unkept = false;
    void bridge.keepRosterView({ view });
  }

  bridge.onState(({ rosterView }) => {
    // What comes later is what this page had kept itself.
    if (begun) return;
    begun = true;
    view = rosterView;
    changes.notify(null);
  });

  return {
    subscribe: (changed) => changes.add(changed),
    view: () => view,
    change: (part) => {
      begun = true;
      view = { ...view, ...part };
      if (!unkept) schedule(flush, SETTLE_MS);
      unkept = true;
      changes.notify(null);
    },
    flush,
  };
}
