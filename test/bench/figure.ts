/** What was measured under one circumstance: percentiles of many, or one value. Times in ms, shares and growth in percent. */
export interface Measurement {
  /** `10,000 agents`; left out when there is one circumstance only. */
  readonly at?: string;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly value?: number;
  /** Whether the goal is met; left out when there is no goal for this circumstance. */
  readonly met?: boolean;
}

export interface BenchOptions {
  /** Shorter, for a first look. */
  readonly quick: boolean;
  /** Told in between, for people. */
  readonly say: (line: string) => void;
}

/** One figure of the project: how it is measured, and what is aimed at. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** In words; empty: measured to be known. */
  readonly goal: string;
  measure(options: BenchOptions): Promise<readonly Measurement[]>;
}

/** The percentiles of a row of numbers. */
export function percentiles(numbers: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...numbers].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
