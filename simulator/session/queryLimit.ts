/** At most so many queries of one agent in a sliding window (protocol.md 0). */
export class QueryLimit {
  readonly #most: number;
  readonly #window: number;
  readonly #recent = new Map<string, number[]>();

  constructor(most: number, window: number) {
    this.#most = most;
    this.#window = window;
  }

  /** Counts one query; false when it is one too many, which is then not counted. */
  admits(agentId: string, now: number): boolean {
    const recent = (this.#recent.get(agentId) ?? []).filter((at) => now - at < this.#window);
    const admitted = recent.length < this.#most;
    this.#recent.set(agentId, admitted ? [...recent, now] : recent);
    return admitted;
  }
}
