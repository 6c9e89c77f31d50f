/** A scenario that can be run, in a line. */
export interface ScenarioSummary {
  readonly name: string;
  readonly says: string;
}

/** The scenarios as the control port and the command line see them. */
export interface Scenarios {
  list(): readonly ScenarioSummary[];
  /** The name of the one that runs; null: none does. */
  running(): string | null;
  /** Starts the scenario of this name in place of any other, and does not wait for its end; throws or rejects with a sentence. */
  run(name: string): void | Promise<void>;
  /** Stops the one that runs; harmless when none does. */
  stop(): void | Promise<void>;
}
