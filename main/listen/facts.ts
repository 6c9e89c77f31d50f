import type { Problem } from '../../contract/problem.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';

export type ListenOutcome = Extract<Listen, { kind: 'ended' }>['outcome'];

/** An outcome with its words, where it has some. */
export interface Ending {
  readonly outcome: ListenOutcome;
  readonly problem: Problem | null;
}

/** What became of the listen request. `lost`: its answer never came, or came to an earlier run (`takenUp`), and a query will tell. */
export type Request = 'sent' | 'accepted' | { readonly lost: Problem; readonly takenUp: boolean };

/** What the inspector's phone is known to do in this listen. */
export type Phone = 'quiet' | 'ringing' | 'offHook';

/** The stop request: `wanted` waits for the listen request's answer, as there may be nothing to stop yet; `failed` for the own state to tell. */
export type Stop =
  | { readonly step: 'none' }
  | { readonly step: 'wanted' | 'sent' | 'accepted' | 'failed'; readonly why: 'asked' | 'ringTimeout'; readonly at: number };

/**
 * What is known of one listen, gathered in whatever order it came. Which step is shown follows from these facts alone
 * (`shownListen`), so that no transition depends on the order of events (ccgateway.md 3.1, 4).
 */
export interface Facts {
  readonly agent: ListenedAgent;
  readonly request: Request;
  readonly phone: Phone;
  /** `AgentState_Busy` came, or a query said so: the platform has the inspector on a call. */
  readonly occupied: boolean;
  /** Occupied and accepted for a while, and the phone never rang: a long-call line that is off-hook already. */
  readonly longCall: boolean;
  /** How the events say that it ended before it was heard; believed once the own state agrees, as they may be an earlier call's. */
  readonly ending: Ending | null;
  /** Heard by a query's word, which may have overtaken events of an earlier call that still stand in the gateway's queue. */
  readonly aheadOfEvents: boolean;
  /** Contact was lost meanwhile: an event that is not there may have been. */
  readonly eventsMayMiss: boolean;
  readonly stop: Stop;
  /** A stop that failed, to be said while listening goes on. */
  readonly stopProblem: Problem | null;
  /** Queries that did not yet settle what a lost answer left open. */
  readonly unsettled: number;
  readonly requestedAt: number;
  readonly acceptedAt: number | null;
  readonly ringingAt: number | null;
  readonly heardAt: number | null;
}

export type ListenState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'active'; readonly facts: Facts }
  | {
      readonly kind: 'ended';
      readonly agent: ListenedAgent;
      readonly outcome: ListenOutcome;
      readonly problem: Problem | null;
      readonly at: number;
      readonly heardFor: number | null;
      /** Concluded from the own state alone; the phone's own event may still say better who ended it. */
      readonly provisional: boolean;
      /** The request's answer never came and it was believed not to have arrived; it may still, and is this listen then. */
      readonly mayStillBegin: Facts | null;
    };

export function firstFacts(agent: ListenedAgent, now: number): Facts {
  return {
    agent,
    request: 'sent',
    phone: 'quiet',
    occupied: false,
    longCall: false,
    ending: null,
    aheadOfEvents: false,
    eventsMayMiss: false,
    stop: { step: 'none' },
    stopProblem: null,
    unsettled: 0,
    requestedAt: now,
    acceptedAt: null,
    ringingAt: null,
    heardAt: null,
  };
}

/** "Audio is up" is accepted and off-hook (ccgateway.md 3.1, 4). */
export function isHeard(facts: Facts): boolean {
  return facts.request === 'accepted' && (facts.phone === 'offHook' || facts.longCall);
}

/** What the interface says of the listen. */
export function shownListen(state: ListenState): Listen {
  switch (state.kind) {
    case 'idle':
      return { kind: 'idle' };
    case 'ended':
      return {
        kind: 'ended',
        agent: state.agent,
        since: state.at,
        outcome: state.outcome,
        problem: state.problem,
        heardFor: state.heardFor,
      };
    case 'active':
      return shownFacts(state.facts);
  }
}

function shownFacts(facts: Facts): Listen {
  const { agent } = facts;
  if (facts.stop.step !== 'none') return { kind: 'stopping', agent, since: facts.stop.at };
  if (isHeard(facts)) return { kind: 'listening', agent, since: facts.heardAt ?? facts.requestedAt, problem: facts.stopProblem };
  if (facts.phone === 'ringing') return { kind: 'ringing', agent, since: facts.ringingAt ?? facts.requestedAt, problem: facts.stopProblem };
  if (typeof facts.request === 'object') {
    return { kind: 'outcomeUnknown', agent, since: facts.requestedAt, problem: facts.request.lost };
  }
  if (facts.request === 'accepted') {
    return { kind: 'calling', agent, since: facts.acceptedAt ?? facts.requestedAt, problem: facts.stopProblem };
  }
  return { kind: 'requesting', agent, since: facts.requestedAt };
}
