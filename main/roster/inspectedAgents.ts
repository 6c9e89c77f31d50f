import type { Listen } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';

/** Who is being listened to, as the inspector's own listen and the gateway's events tell it; the list does not. */
export interface InspectedAgents {
  /** The inspector's own listen, each time it changes. */
  follow(listen: Listen): void;
  /** True where the event told of an inspection. */
  onEvent(event: GatewayEvent): boolean;
  clear(): void;
}

/** `own`: the inspector's work number; `mark` is told by whom an agent is inspected from now on (null: by nobody). */
export function createInspectedAgents(own: () => string | null, mark: (workNo: string, by: string | null) => void): InspectedAgents {
  let listenedTo: string | null = null;

  return {
    follow: (listen) => {
      const heard = listen.kind === 'listening' ? listen.agent.workNo : null;
      if (heard === listenedTo) return;
      if (listenedTo !== null) mark(listenedTo, null);
      if (heard !== null) mark(heard, own());
      listenedTo = heard;
    },
    onEvent: (event) => {
      if (event.type !== 'AgentOther_BeQcStart' && event.type !== 'AgentOther_BeQcStop') return false;
      mark(event.inspected, event.type === 'AgentOther_BeQcStart' ? event.inspector : null);
      return true;
    },
    clear: () => {
      listenedTo = null;
    },
  };
}
