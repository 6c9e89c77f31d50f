import type { SignInForm } from '../../contract/state.ts';
import type { ListenTimings } from '../listen/listenMachine.ts';
import type { PollTimings } from '../session/poll/pollTimings.ts';

export interface InspectorOptions {
  /** What the sign-in form starts with; null: what was kept from the last sign-in. */
  readonly form: SignInForm | null;
  /** Milliseconds; tests shorten them. */
  readonly timings?: {
    readonly poll?: Partial<PollTimings>;
    readonly listen?: Partial<ListenTimings>;
    readonly roster?: number;
    readonly queues?: number;
    readonly ringAtMost?: number;
    readonly testStays?: number;
    /** Of the query limit; shorter only before a simulator that does not enforce it. */
    readonly queryWindow?: number;
  };
}
