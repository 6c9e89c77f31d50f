import type { FaultsChange } from '../faults/faults.ts';

/** The hand that makes the way to the gateway bad: a fault proxy. */
export interface FaultHand {
  set(change: FaultsChange): Promise<void>;
  /** Takes every fault back. */
  clear(): Promise<void>;
  /** Resets every open connection. */
  reset(): void;
}
