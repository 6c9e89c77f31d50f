import type { AgentState } from '../../contract/agentState.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { ownCallState } from '../gateway/agentgroup.ts';
import type { Reply } from '../gateway/link.ts';
import { addSupervise, stopSuperviseOrInsert } from '../gateway/qualitycontrol.ts';
import type { CancelTimer, Clock, Log } from '../host.ts';
import type { LiveSession } from '../session/live.ts';
import type { SavedListen } from '../settings/kept.ts';
import { isHeard, shownListen, type ListenState } from './facts.ts';
import { advance, type ListenInput, type ListenTimings } from './machine.ts';
import type { ListenEffect, ListenTimer } from './step.ts';

export interface ListenParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly timings: ListenTimings;
  /** The session to act in; null when there is none. */
  live(): LiveSession | null;
  /** The request goes out when this settles: what must be known of it after a crash is written down before. Never rejects. */
  beforeRequest(): Promise<void>;
  onChange(): void;
}

/** Carries the listen machine out: sends what it asks for, hands it what comes back. */
export interface ListenRoom {
  shown(): Listen;
  /** What to keep of the listen under way, so that another run can take it up; null when there is none. */
  toSave(): SavedListen | null;
  /** Takes up what an earlier run had under way. */
  takeUp(saved: SavedListen): void;
  /** False when a listen is under way. */
  listen(agent: ListenedAgent): boolean;
  stop(): void;
  dismiss(): void;
  onEvent(event: GatewayEvent): void;
  /** Contact is lost; what happens from now on may never be told. */
  onLost(): void;
  onRegained(): void;
  onSessionEnd(): void;
  /** Ends a listen at the gateway on the way out, within `deadline` milliseconds. */
  close(deadline: number): Promise<void>;
}

export function createListen(parts: ListenParts): ListenRoom {
  const { clock, log, timings } = parts;
  let state: ListenState = { kind: 'idle' };
  let shown: Listen = { kind: 'idle' };
  /** Grows with each listen, so that a late answer of an earlier one is not taken for this one's. */
  let attempt = 0;
  const timers = new Map<ListenTimer, CancelTimer>();
  let asking: 'no' | 'asking' | 'again' = 'no';
  let askedFor = 0;

  function take(input: ListenInput): void {
    const before = shown.kind;
    const step = advance(state, input, clock.now());
    if (step.state === state && step.effects.length === 0) return;
    state = step.state;
    shown = shownListen(state);
    if (shown.kind !== before) log.info('listen', { step: shown.kind, outcome: shown.kind === 'ended' ? shown.outcome : null });
    if (state.kind !== 'active') cancelTimers();
    for (const effect of step.effects) carryOut(effect);
    parts.onChange();
  }

  function takeFor(of: number, input: ListenInput): void {
    if (of === attempt) take(input);
  }

  function carryOut(effect: ListenEffect): void {
    const live = parts.live();
    const of = attempt;
    switch (effect.kind) {
      case 'request':
        if (live !== null) {
          void request(live, effect.workNo).then((reply) => {
            takeFor(of, { kind: 'requestAnswered', failure: reply.ok ? null : reply.failure });
          });
        }
        return;
      case 'stop':
        if (live !== null) {
          void stopSuperviseOrInsert(live.link, effect.workNo).then((reply) => {
            takeFor(of, { kind: 'stopAnswered', failure: reply.ok ? null : reply.failure });
          });
        }
        return;
      case 'askOwnState':
        if (live !== null) void askOwnState(live, of);
        return;
      case 'askOwnCall':
        if (live !== null) {
          void ownCallState(live.link).then((reply) => {
            takeFor(of, { kind: 'ownCall', about: effect.about, state: ownCallPhase(reply) });
          });
        }
        return;
      case 'startTimer':
        timers.get(effect.timer)?.();
        timers.set(
          effect.timer,
          clock.after(timings[effect.timer], () => {
            takeFor(of, { kind: 'timer', timer: effect.timer });
          }),
        );
        return;
      case 'cancelTimer':
        timers.get(effect.timer)?.();
        timers.delete(effect.timer);
        return;
    }
  }

  async function request(live: LiveSession, workNo: string): ReturnType<typeof addSupervise> {
    await parts.beforeRequest();
    return addSupervise(live.link, workNo);
  }

  /** One query at a time; what happened while it was out makes its answer too old, so that it is asked anew. */
  async function askOwnState(live: LiveSession, of: number): Promise<void> {
    askedFor = of;
    if (asking !== 'no') {
      asking = 'again';
      return;
    }
    let reply;
    do {
      asking = 'asking';
      reply = await live.askOwnState();
    } while (isAskedAgain());
    asking = 'no';
    takeFor(askedFor, { kind: 'ownState', state: reply.ok ? reply.value : null });
  }

  // Read through a function: it changes during an await, which control-flow narrowing does not see.
  function isAskedAgain(): boolean {
    return asking === 'again';
  }

  function cancelTimers(): void {
    for (const cancel of timers.values()) cancel();
    timers.clear();
  }

  return {
    shown: () => shown,
    toSave: () =>
      state.kind === 'active' ? { workNo: state.facts.agent.workNo, heard: isHeard(state.facts) || state.facts.longCall } : null,
    takeUp: ({ workNo, heard }) => {
      attempt += 1;
      // The roster, which knows the name, is not there yet.
      take({ kind: 'takenUp', agent: { workNo, name: workNo }, heard });
    },
    listen: (agent) => {
      if (state.kind === 'active') return false;
      attempt += 1;
      take({ kind: 'asked', agent });
      return true;
    },
    stop: () => {
      take({ kind: 'stopAsked' });
    },
    dismiss: () => {
      take({ kind: 'dismissed' });
    },
    onEvent: (event) => {
      take({ kind: 'event', event });
    },
    onLost: () => {
      take({ kind: 'lost' });
    },
    onRegained: () => {
      take({ kind: 'regained' });
    },
    onSessionEnd: () => {
      take({ kind: 'sessionEnded' });
    },
    close: async (deadline) => {
      const live = parts.live();
      if (state.kind !== 'active' || live === null) return;
      await stopSuperviseOrInsert(live.link, state.facts.agent.workNo, deadline);
    },
  };
}

/** Retcodes of a moment, not of the gateway's kind: a Guid renewed meanwhile, no service, too often (ccgateway.md 6). */
const passing = /^(000-003|000-004|000-007|105-\d{3})$/;

/** A gateway that refuses the query never says it; an answer that is missing may come another time. */
function ownCallPhase(reply: Reply<AgentState | null>): AgentState | 'noAnswer' | null {
  if (reply.ok) return reply.value;
  const { failure } = reply;
  return failure.kind === 'refused' && !passing.test(failure.retcode) ? null : 'noAnswer';
}
