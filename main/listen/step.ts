import type { Problem } from '../../contract/problem.ts';
import type { Facts, ListenOutcome, ListenState } from './facts.ts';
import { outcomeProblem } from './outcomeWords.ts';

export type ListenTimer = 'ring' | 'longCall' | 'stop' | 'settle';

export type ListenEffect =
  /** PUT addsupervise: comes out of one `asked`, once. */
  | { readonly kind: 'request'; readonly workNo: string }
  | { readonly kind: 'stop'; readonly workNo: string }
  | { readonly kind: 'askOwnState' }
  | { readonly kind: 'askOwnCall'; readonly about: 'ring' | 'longCall' }
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

/** Ends the listen. `provisional`: the phone's own event may still tell better who ended it. */
export function ended(
  facts: Facts,
  outcome: ListenOutcome,
  now: number,
  more: { readonly problem?: Problem | null; readonly provisional?: boolean } = {},
): Step {
  return {
    state: {
      kind: 'ended',
      agent: facts.agent,
      outcome,
      problem: more.problem ?? outcomeProblem(outcome),
      at: now,
      heardFor: facts.heardAt === null ? null : now - facts.heardAt,
      provisional: more.provisional ?? false,
    },
    effects: [],
  };
}

/** How a listen that was stopped ended: by the inspector's wish, or because the phone was not picked up. */
export function stoppedOutcome(facts: Facts): ListenOutcome {
  return facts.stop.step !== 'none' && facts.stop.why === 'ringTimeout' ? 'notAnswered' : 'stopped';
}
