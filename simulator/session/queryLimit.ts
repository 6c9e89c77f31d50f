/** At most so many queries of one agent in a sliding window (protocol.md 0). */
export interface QueryLimit {
  /** Counts one query; false when it is one too many, which is then not counted. */
  admits(agentId: string, now: number): boolean;
}

/** `most` queries in `window` milliseconds. */
export function createQueryLimit(most: number, window: number): QueryLimit {
  const recent = new Map<string, number[]>();
  return {
    admits: (agentId, now) => {
      const before = (recent.get(agentId) ?? []).filter((at) => now - at < window);
      const admitted = before.length < most;
      recent.set(agentId, admitted ? [...before, now] : before);
      return admitted;
    },
  };
}
