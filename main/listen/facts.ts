import type { Problem } from '../../contract/problem.ts';
import type { Listen, ListenedAgent } from '../../contract/state.ts';

export type ListenOutcome = Extract<Listen, { kind: 'ended' }>['outcome'];

/** How the events say that a listen ended. `provisional`: told by the own state alone; the phone's own event may still say better. */
export interface Ending {
  readonly outcome: ListenOutcome;
  readonly problem: Problem | null;
  readonly provisional: boolean;
}

/** What became of the listen request. `lost`: its answer never came, or came to an earlier run (`takenUp`), and a query will tell. */
export type Request = 'sent' | 'accepted' | { readonly lost: Problem; readonly takenUp: boolean };

/** What the inspector's phone is known to do in this listen. */
export type Phone = 'quiet' | 'ringing' | 'offHook';

/** The stop request: `wanted` waits for the listen request's answer, as there may be nothing to stop yet; `failed` for the own state to tell. */
export type Stop =
  | { readonly step: 'none' }
  | { readonly step: 'wanted' | 'sent' | 'accepted' | 'failed'; readonly why: 'asked' | 'ringTimeout'; readonly at: number };

/** What cannot be told, and who can settle it: the gateway's next answer, or the inspector alone, who hears it or does not. */
export interface Uncertainty {
  readonly problem: Problem;
  readonly settledBy: 'answer' | 'inspector';
}

/**
 * What is known of one listen, gathered in whatever order it came. Which step is shown follows from these facts alone
 * (`shownListen`), so that no transition depends on the order of events (protocol.md 3.1 step 4). Events may be late, lost,
 * doubled or an earlier call's: they say what to ask, and the gateway's answers say what is so.
 */
export interface Facts {
  readonly agent: ListenedAgent;
  readonly request: Request;
  readonly phone: Phone;
  /** When an event told of a pick-up that no answer has confirmed yet. */
  readonly pickUpTold: number | null;
  /** `AgentState_Busy` came, or a query said so: the platform has the inspector on a call. */
  readonly occupied: boolean;
  /** How the events say that it ended; believed once the own state agrees. */
  readonly ending: Ending | null;
  /** The gateway does not say in which phase the own call is: of ringing and talking, events alone tell. */
  readonly blind: boolean;
  readonly uncertainty: Uncertainty | null;
  /** The inspector said that they hear it: they know better than any answer. */
  readonly heardByWord: boolean;
  /** Contact was lost meanwhile: an event that is not there may have been. */
  readonly eventsMayMiss: boolean;
  readonly stop: Stop;
  /** A stop that failed, to be said while listening goes on. */
  readonly stopProblem: Problem | null;
  /** Answers in a row that contradict what was believed. */
  readonly unsettled: number;
  /** So many questions are still to follow soon, as events spoke of an end that an answer denied: that may have been old. */
  readonly checks: number;
  /** Questions in a row that were not answered. */
  readonly unanswered: number;
  /** It was time to ask, and nothing was told since. */
  readonly waiting: boolean;
  /** The phone has rung for as long as anybody waits (`once`), and a while longer (`surely`). */
  readonly overdue: 'no' | 'once' | 'surely';
  /** A listen asked for before this one, whose request may still be carried out. */
  readonly earlier: Facts | null;
  /** When the listen before this one ended, which the gateway had begun: an old answer may still speak of it; null: there was none. */
  readonly earlierUntil: number | null;
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
      /** A request whose answer never came and that was believed not to have arrived; it may still, and is that listen then. */
      readonly mayStillBegin: Facts | null;
      /** What was known when it was believed to be over; taken up again where the gateway says otherwise. */
      readonly last: Facts;
    };

export function firstFacts(
  agent: ListenedAgent,
  now: number,
  { earlier = null, earlierUntil = null }: Partial<Pick<Facts, 'earlier' | 'earlierUntil'>> = {},
): Facts {
  return {
    agent,
    request: 'sent',
    phone: 'quiet',
    pickUpTold: null,
    occupied: false,
    ending: null,
    blind: false,
    uncertainty: null,
    heardByWord: false,
    eventsMayMiss: false,
    stop: { step: 'none' },
    stopProblem: null,
    unsettled: 0,
    checks: 0,
    unanswered: 0,
    waiting: false,
    overdue: 'no',
    earlier,
    earlierUntil,
    requestedAt: now,
    acceptedAt: null,
    ringingAt: null,
    heardAt: null,
  };
}

/** "Audio is up" is accepted and off-hook (protocol.md 3.1 step 4). */
export function isHeard(facts: Facts): boolean {
  return facts.request === 'accepted' && facts.phone === 'offHook';
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

/** Rung and picked up, while the gateway has yet to answer the request: that it will ring is not to be said any more, nor that it is heard. */
function isAheadOfAnswer({ request, phone, ringingAt }: Facts): boolean {
  return request === 'sent' && phone === 'offHook' && ringingAt !== null;
}

function shownFacts(facts: Facts): Listen {
  const { agent } = facts;
  if (facts.stop.step !== 'none') return { kind: 'stopping', agent, since: facts.stop.at };
  if (facts.uncertainty !== null) return { kind: 'outcomeUnknown', agent, since: facts.requestedAt, problem: facts.uncertainty.problem };
  if (isHeard(facts)) return { kind: 'listening', agent, since: facts.heardAt ?? facts.requestedAt, problem: facts.stopProblem };
  if (facts.phone === 'ringing' || isAheadOfAnswer(facts))
    return { kind: 'ringing', agent, since: facts.ringingAt ?? facts.requestedAt, problem: facts.stopProblem };
  if (typeof facts.request === 'object') {
    return { kind: 'outcomeUnknown', agent, since: facts.requestedAt, problem: facts.request.lost };
  }
  if (facts.request === 'accepted') {
    return { kind: 'calling', agent, since: facts.acceptedAt ?? facts.requestedAt, problem: facts.stopProblem };
  }
  return { kind: 'requesting', agent, since: facts.requestedAt };
}
