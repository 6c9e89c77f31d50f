import type { Problem } from '../../contract/problem.ts';
import type { Facts, ListenOutcome, ListenState } from './facts.ts';
import { outcomeProblem } from './outcomeProblem.ts';

export type ListenTimer = 'ring' | 'overdue' | 'uncertain' | 'ending' | 'lapse' | 'stop' | 'settle';

export type ListenEffect =
  /** PUT addsupervise: comes out of one `asked`, once. */
  | { readonly kind: 'request'; readonly workNo: string }
  | { readonly kind: 'stop'; readonly workNo: string }
  | { readonly kind: 'askOwnState' }
  /** The phase of the own call, which alone tells ringing from talking. */
  | { readonly kind: 'askOwnCall' }
  /** `lapse` counts from when the question was asked whose answer starts it: since then it may be otherwise. */
  | { readonly kind: 'startTimer'; readonly timer: ListenTimer }
  | { readonly kind: 'cancelTimer'; readonly timer: ListenTimer };

/** What is known after an input, and what to do about it. */
export interface Step {
  readonly state: ListenState;
  readonly effects: readonly ListenEffect[];
}

export function still(state: ListenState): Step {
  return { state, effects: [] };
}

export function active(facts: Facts, ...effects: readonly ListenEffect[]): Step {
  return { state: { kind: 'active', facts }, effects };
}

/** The question that tells most at this gateway. */
export function ask({ blind }: Facts): ListenEffect {
  return { kind: blind ? 'askOwnState' : 'askOwnCall' };
}

/** A request that was held up on its way may be carried out so long after it was sent (ms). */
export const lateAtMost = 120_000;

/** "Not heard" is only said where no event can have been lost that would say otherwise. */
function provable(facts: Facts, outcome: ListenOutcome): ListenOutcome {
  switch (outcome) {
    case 'notAnswered':
    case 'declined':
    case 'notStarted':
      return facts.eventsMayMiss || facts.pickUpTold !== null ? 'endedUnseen' : outcome;
    case 'refused':
    case 'phoneUnavailable':
    case 'hungUp':
    case 'endedByOtherSide':
    case 'stopped':
    case 'endedUnseen':
    case 'sessionOver':
      return outcome;
  }
}

/** Ends the listen. `provisional`: the phone's own event may still tell better who ended it. */
export function ended(
  facts: Facts,
  claimed: ListenOutcome,
  now: number,
  more: { readonly problem?: Problem | null; readonly provisional?: boolean } = {},
): Step {
  const outcome = provable(facts, claimed);
  const problem = outcome === claimed ? more.problem : null;
  return {
    state: {
      kind: 'ended',
      agent: facts.agent,
      outcome,
      problem: problem ?? outcomeProblem(outcome),
      at: now,
      heardFor: facts.heardAt === null ? null : now - facts.heardAt,
      provisional: more.provisional ?? false,
      mayStillBegin: outcome === 'sessionOver' ? null : unsettledRequest(facts, now),
      last: facts,
    },
    effects: [],
  };
}

/** This listen's request where its answer never came, else the one before it that still hangs. */
function unsettledRequest(facts: Facts, now: number): Facts | null {
  if (typeof facts.request === 'object' && !facts.request.takenUp) return facts;
  return facts.earlier !== null && now - facts.earlier.requestedAt <= lateAtMost ? facts.earlier : null;
}

/** How a listen that was stopped ended: as the inspector asked, or because the phone was not picked up. */
export function stoppedOutcome(facts: Facts): ListenOutcome {
  return facts.stop.step !== 'none' && facts.stop.why === 'ringTimeout' ? 'notAnswered' : 'stopped';
}
