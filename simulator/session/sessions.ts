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
export class Sessions {
  readonly #centre: Centre;
  readonly #clock: Clock;
  readonly #timings: Timings;
  readonly #open = new Map<string, { readonly session: Session; cancelTimeout: Cancel }>();
  readonly #endedGuids = new Map<string, string[]>();
  readonly #startWatchers: ((session: Session) => void)[] = [];
  readonly #endWatchers: ((session: Session, reason: EndReason) => void)[] = [];

  constructor(centre: Centre, clock: Clock, timings: Timings) {
    this.#centre = centre;
    this.#clock = clock;
    this.#timings = timings;
  }

  of(agentId: string): Session | undefined {
    return this.#open.get(agentId)?.session;
  }

  /** Every session there is. */
  *all(): Iterable<Session> {
    for (const { session } of this.#open.values()) yield session;
  }

  /** The session of this agent; throws when they are not signed in through the gateway. */
  existing(agentId: string): Session {
    const session = this.of(agentId);
    if (session === undefined) throw new RangeError(`Agent ${agentId} is not signed in`);
    return session;
  }

  /** Called with each session that ends, and why, before its agent is signed out in the centre. */
  onEnd(watcher: (session: Session, reason: EndReason) => void): void {
    this.#endWatchers.push(watcher);
  }

  /** Called with each session before its agent comes in. */
  onStart(watcher: (session: Session) => void): void {
    this.#startWatchers.push(watcher);
  }

  start(session: Session, state: AgentState): void {
    this.#open.set(session.agentId, { session, cancelTimeout: this.#timeoutFor(session, this.#timings.maxTime) });
    for (const watcher of this.#startWatchers) watcher(session);
    this.#centre.enter(session.agentId, state, this.#clock.now());
  }

  end(session: Session, reason: EndReason): void {
    const open = this.#open.get(session.agentId);
    if (open?.session !== session) return;
    open.cancelTimeout();
    this.#open.delete(session.agentId);
    const ended = [...session.guids.all(), ...(this.#endedGuids.get(session.agentId) ?? [])];
    this.#endedGuids.set(session.agentId, ended.slice(0, rememberedGuids));
    for (const watcher of this.#endWatchers) watcher(session, reason);
    this.#centre.enter(session.agentId, 'signedOut', this.#clock.now());
    session.end(lastWords(session, reason));
  }

  /** Nothing is sent to any client any more. */
  close(): void {
    for (const { session } of this.#open.values()) session.close();
  }

  /**
   * Whose request this is (protocol.md 1.2, 5). Without a session, or with the Guid of one that has ended: 100-006.
   * With a Guid that is missing, expired or was never issued to this agent: 000-003.
   */
  authorise(agentId: string, guid: string | undefined): Authorisation {
    const session = this.of(agentId);
    const ended = guid !== undefined && (this.#endedGuids.get(agentId) ?? []).includes(guid);
    if (session === undefined || ended) return { kind: 'refused', retcode: retcode.notSignedIn };
    if (guid === undefined || !session.guids.accepts(guid, this.#clock.now())) {
      return { kind: 'refused', retcode: retcode.noRightToCall };
    }
    return { kind: 'session', session };
  }

  #timeoutFor(session: Session, ms: number): Cancel {
    return this.#clock.after(ms, () => {
      const left = session.lastPollAt + this.#timings.maxTime - this.#clock.now();
      const open = this.#open.get(session.agentId);
      if (open?.session !== session) return;
      if (left <= 0) this.end(session, 'timedOut');
      else open.cancelTimeout = this.#timeoutFor(session, left);
    });
  }
}

function lastWords(session: Session, reason: EndReason): ReturnType<typeof happening.shutdownService> | undefined {
  switch (reason) {
    // It "may not be received on one's own sign-out" (protocol.md 1.5): only a poll that is held just then gets it.
    // When it is received, the agent is definitely out.
    case 'ownRequest':
    case 'forcedByInspector':
      return happening.shutdownService(session.loginTime);
    case 'timedOut':
    case 'kicked':
    case 'byGateway':
      return undefined;
  }
}
