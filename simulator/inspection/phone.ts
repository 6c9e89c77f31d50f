import type { PhoneState } from '../agentEvent.ts';

/** What an inspector's phone does when the platform calls it (ccgateway.md 3.1). */
export type PhoneBehaviour =
  | { readonly kind: 'picksUp'; readonly afterMs: number }
  /** Rings until the platform gives up, or until someone picks up or hangs up by hand. */
  | { readonly kind: 'neverAnswers' }
  /** `phoneState` is not documented for a refused call; 3 unless told otherwise. */
  | { readonly kind: 'declines'; readonly afterMs: number; readonly phoneState?: PhoneState }
  /** The line is off-hook already: no ring, only AgentState_Busy. */
  | { readonly kind: 'longCall' }
  /** Cannot answer: AgentOther_PhoneBusy. */
  | { readonly kind: 'busy' }
  /** Not reachable at all: the listen is refused with 900-003. */
  | { readonly kind: 'unplugged' };

/** A person at his desk. */
export const defaultPhone: PhoneBehaviour = { kind: 'picksUp', afterMs: 2_000 };
