import { happening } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Cancel, Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Timings } from '../timings.ts';
import type { EndReason } from './endReason.ts';
import type { Session } from './session.ts';

export type Authorisation =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'refused'; readonly retcode: Retcode };

// Enough to tell the clients of an agent's last few sessions that they are out.
const rememberedGuids = 100;

/** Every signed-in agent. One session per work number (protocol.md 5). */
export interface Sessions {
  /** Null: they are not signed in through the gateway. */
  of(agentId: string): Session | null;
  /** Every session there is. */
  all(): Iterable<Session>;
  /** The session of this agent; throws when they are not signed in through the gateway. */
  existing(agentId: string): Session;
  /** Called with each session before its agent comes in. */
  onStart(watcher: (session: Session) => void): void;
  /** Called with each session that ends, and why, before its agent is signed out in the centre. */
  onEnd(watcher: (session: Session, reason: EndReason) => void): void;
  start(session: Session, state: AgentState): void;
  end(session: Session, reason: EndReason): void;
  /**
   * Whose request this is (protocol.md 1.2, 5). Without a session, or with the Guid of one that has ended: 100-006.
   * With a Guid that is missing, expired or was never issued to this agent: 000-003.
   */
  authorise(agentId: string, guid: string | undefined): Authorisation;
  /** Nothing is sent to any client any more. */
  close(): void;
}

export function createSessions(centre: Centre, clock: Clock, timings: Timings): Sessions {
  const open = new Map<string, { readonly session: Session; cancelTimeout: Cancel }>();
  const endedGuids = new Map<string, string[]>();
  const startWatchers: ((session: Session) => void)[] = [];
  const endWatchers: ((session: Session, reason: EndReason) => void)[] = [];

  function of(agentId: string): Session | null {
    return open.get(agentId)?.session ?? null;
  }

  function* all(): Generator<Session> {
    for (const { session } of open.values()) yield session;
  }

  function timeoutFor(session: Session, ms: number): Cancel {
    return clock.after(ms, () => {
      const left = session.lastPollAt + timings.maxTime - clock.now();
      const its = open.get(session.agentId);
      if (its?.session !== session) return;
      if (left <= 0) end(session, 'timedOut');
      else its.cancelTimeout = timeoutFor(session, left);
    });
  }

  function end(session: Session, reason: EndReason): void {
    const its = open.get(session.agentId);
    if (its?.session !== session) return;
    its.cancelTimeout();
    open.delete(session.agentId);
    const ended = [...session.guids.all(), ...(endedGuids.get(session.agentId) ?? [])];
    endedGuids.set(session.agentId, ended.slice(0, rememberedGuids));
    for (const watcher of endWatchers) watcher(session, reason);
    centre.enter(session.agentId, 'signedOut', clock.now());
    session.end(lastWords(session, reason));
  }

  return {
    of,
    all,
    existing: (agentId) => {
      const session = of(agentId);
      if (session === null) throw new RangeError(`Agent ${agentId} is not signed in`);
      return session;
    },
    onStart: (watcher) => {
      startWatchers.push(watcher);
    },
    onEnd: (watcher) => {
      endWatchers.push(watcher);
    },
    start: (session, state) => {
      open.set(session.agentId, { session, cancelTimeout: timeoutFor(session, timings.maxTime) });
      for (const watcher of startWatchers) watcher(session);
      centre.enter(session.agentId, state, clock.now());
    },
    end,
    authorise: (agentId, guid) => {
      const session = of(agentId);
      const ended = guid !== undefined && (endedGuids.get(agentId) ?? []).includes(guid);
      if (session === null || ended) return { kind: 'refused', retcode: retcode.notSignedIn };
      if (guid === undefined || !session.guids.accepts(guid, clock.now())) return { kind: 'refused', retcode: retcode.noRightToCall };
      return { kind: 'session', session };
    },
    close: () => {
      for (const { session } of open.values()) session.close();
    },
  };
}

function lastWords(session: Session, reason: EndReason): ReturnType<typeof happening.shutdownService> | null {
  switch (reason) {
    // It "may not be received on one's own sign-out" (protocol.md 1.5): only a poll that is held just then gets it.
    // When it is received, the agent is definitely out.
    case 'ownRequest':
    case 'forcedByInspector':
      return happening.shutdownService(session.loginTime);
    case 'timedOut':
    case 'kicked':
    case 'byGateway':
      return null;
  }
}
