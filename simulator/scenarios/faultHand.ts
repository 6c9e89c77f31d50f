/** What can be wrong with the way to the gateway. */
export interface Faults {
  readonly latencyMs: number;
  readonly jitterMs: number;
  readonly bandwidthBytesPerSecond: number;
  readonly link: 'up' | 'lost';
  readonly cutAfterBytes: number;
  readonly refuse: boolean;
}

/** The hand that makes the way to the gateway bad: a fault proxy, or whatever behaves like one. */
export interface FaultHand {
  set(faults: Partial<Faults>): void | Promise<void>;
  reset(): void | Promise<void>;
}
