import type { AgentEvent } from '../agentEvent.ts';
import type { Clock } from '../clock.ts';
import type { EndedBy, ListenEnd } from '../inspection/listenEnd.ts';
import type { EndReason } from '../session/endReason.ts';

/** A request, counted from 1; `workNo`: whom its path names, null: nobody. */
export interface OfRequest {
  readonly request: number;
  readonly interface: string;
  readonly workNo: string | null;
}

/** An event, counted from 1. */
interface OfEvent {
  readonly event: number;
  readonly eventType: string;
}

/** One thing that was so at the gateway, or that a client was told. */
export type Occurrence =
  /** A request came in, polls left out. */
  | ({ readonly kind: 'received' } & OfRequest)
  | ({ readonly kind: 'carriedOut'; readonly retcode: string } & OfRequest)
  /**
   * Its answer was written to a client that was still there; of polls, refusals and pages only. `retcode`: null for a proxy's page. `asOf`: when what
   * a query tells was true. `isBlind`: it tells no phase of the caller's own call.
   */
  | ({
      readonly kind: 'answered';
      readonly retcode: string | null;
      readonly asOf: number;
      readonly isBlind: boolean;
    } & OfRequest)
  /** An answer that brought a new Guid was written, a poll's, too. */
  | ({ readonly kind: 'guidRenewed' } & OfRequest)
  | { readonly kind: 'listenBegan'; readonly workNo: string }
  | { readonly kind: 'ringBegan'; readonly workNo: string }
  | { readonly kind: 'ringEnded'; readonly workNo: string; readonly why: ListenEnd | 'pickedUp' }
  /** From here on the inspector hears this agent. */
  | { readonly kind: 'audioBegan'; readonly workNo: string }
  | { readonly kind: 'audioEnded'; readonly workNo: string; readonly by: EndedBy; readonly why: ListenEnd }
  | { readonly kind: 'listenEnded'; readonly workNo: string; readonly by: EndedBy; readonly why: ListenEnd }
  | { readonly kind: 'sessionBegan' }
  | { readonly kind: 'sessionEnded'; readonly why: EndReason }
  | ({ readonly kind: 'eventRaised' } & OfEvent)
  | ({ readonly kind: 'eventLost' } & OfEvent)
  /** A poll's answer with it was written; once more for one that comes twice. */
  | ({ readonly kind: 'eventDelivered'; readonly raisedAt: number } & OfEvent);

/** An occurrence with whom it was with, and when. */
export type JournalEntry = Occurrence & { readonly at: number; readonly agentId: string };

/**
 * What was true at the gateway and what clients were told of it, apart from what is sent. Nothing is kept: who wants to
 * judge a client listens. Events of a flood are left out.
 */
export interface Journal {
  /** Tells of every entry from now on; the function returned ends that. */
  onEntry(watcher: (entry: JournalEntry) => void): () => void;
  note(agentId: string, occurrence: Occurrence): void;
  /** A number for the request that comes in. */
  nextRequest(): number;
  raised(agentId: string, event: AgentEvent): void;
  lost(agentId: string, event: AgentEvent): void;
  delivered(agentId: string, event: AgentEvent): void;
}

export function createJournal(clock: Clock): Journal {
  const watchers = new Set<(entry: JournalEntry) => void>();
  const events = new WeakMap<AgentEvent, { readonly number: number; readonly raisedAt: number }>();
  let eventCount = 0;
  let requestCount = 0;

  function note(agentId: string, occurrence: Occurrence): void {
    if (watchers.size === 0) return;
    const entry = { ...occurrence, at: clock.now(), agentId };
    for (const watcher of watchers) watcher(entry);
  }

  return {
    onEntry: (watcher) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    note,
    nextRequest: () => {
      requestCount += 1;
      return requestCount;
    },
    raised: (agentId, event) => {
      eventCount += 1;
      events.set(event, { number: eventCount, raisedAt: clock.now() });
      note(agentId, { kind: 'eventRaised', event: eventCount, eventType: event.eventType });
    },
    lost: (agentId, event) => {
      const known = events.get(event);
      if (known !== undefined) note(agentId, { kind: 'eventLost', event: known.number, eventType: event.eventType });
    },
    delivered: (agentId, event) => {
      const known = events.get(event);
      if (known === undefined) return;
      note(agentId, { kind: 'eventDelivered', event: known.number, eventType: event.eventType, raisedAt: known.raisedAt });
    },
  };
}
