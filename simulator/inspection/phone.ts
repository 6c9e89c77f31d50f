import { z } from 'zod';

const afterMs = z.number().min(0).max(3_600_000);

/** What an inspector's phone can do when the platform calls it (protocol.md 3.1). */
export const phoneBehaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('picksUp'), afterMs }),
  /** Rings until the platform gives up, or until someone picks up or hangs up by hand. */
  z.strictObject({ kind: z.literal('neverAnswers') }),
  /** `phoneState` is not documented for a refused call; 3 unless told otherwise. */
  z.strictObject({ kind: z.literal('declines'), afterMs, phoneState: z.literal([2, 3]).exactOptional() }),
  /** The line is off-hook already: no ring, only AgentState_Busy. */
  z.strictObject({ kind: z.literal('longCall') }),
  /** Cannot answer: AgentOther_PhoneBusy. */
  z.strictObject({ kind: z.literal('busy') }),
  /** Not reachable at all: the listen is refused with 900-003. */
  z.strictObject({ kind: z.literal('unplugged') }),
]);

export type PhoneBehaviour = Readonly<z.infer<typeof phoneBehaviour>>;

/** What a phone can do that the platform can call at all. */
export type ReachablePhone = Exclude<PhoneBehaviour, { kind: 'unplugged' }>;

/** A person at their desk. */
export const defaultPhone: PhoneBehaviour = { kind: 'picksUp', afterMs: 2_000 };
