import type { CommandInput } from '../../contract/commands.ts';
import type { AgentDetails } from '../../contract/roster.ts';
import { isWorkNo } from '../../contract/workNo.ts';
import { createListeners } from '../../contract/listeners.ts';
import type { ParsedBridge } from './parsedBridge.ts';

type Watched = CommandInput<'watchAgents'>;

/** Which agents the page cares for, and the details of the selected one. */
export interface AgentWatch {
  watch(part: Partial<Watched>): void;
  subscribe(changed: () => void): () => void;
  /** The selected agent's details; null until they came. */
  details(): AgentDetails | null;
}

export interface AgentWatchOptions {
  readonly bridge: Pick<ParsedBridge, 'onRoster' | 'onReachable' | 'watchAgents'>;
  readonly schedule: (run: () => void, ms: number) => void;
}

/** While one scrolls, the rows in view change with every frame. */
const SETTLE_MS = 150;
const MOST_IN_VIEW = 200;

export function createAgentWatch({ bridge, schedule }: AgentWatchOptions): AgentWatch {
  const changes = createListeners<null>();
  let watched: Watched = { selected: null, inView: [], favourites: [] };
  let sent = '';
  let waiting = false;
  let details: AgentDetails | null = null;

  function send(): void {
    waiting = false;
    const text = JSON.stringify(watched);
    if (text === sent) return;
    sent = text;
    void bridge.watchAgents(watched);
  }

  bridge.onRoster((message) => {
    if (message.kind !== 'details' || message.details.workNo !== watched.selected) return;
    details = message.details;
    changes.notify(null);
  });
  bridge.onReachable((reachable) => {
    if (!reachable || sent === '') return;
    sent = '';
    send();
  });

  return {
    watch: (part) => {
      const next = { ...watched, ...part };
      watched = {
        selected: next.selected !== null && isWorkNo(next.selected) ? next.selected : null,
        inView: next.inView.filter(isWorkNo).slice(0, MOST_IN_VIEW),
        favourites: next.favourites,
        ...(next.queues === true ? { queues: true } : {}),
      };
      if (details !== null && details.workNo !== watched.selected) {
        details = null;
        changes.notify(null);
      }
      if (part.selected !== undefined) send();
      else if (!waiting) {
        waiting = true;
        schedule(send, SETTLE_MS);
      }
    },
    subscribe: (changed) => changes.add(changed),
    details: () => details,
  };
}
