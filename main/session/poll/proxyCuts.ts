import type { Failure } from '../../gateway/failure.ts';

/** What has been learned of a proxy on the way that gives up requests which are held for longer than it waits. */
export interface ProxyCuts {
  /** A poll was cut off after this long, while the gateway answered all else. Milliseconds. */
  cutAfter(took: number): void;
  /** After how long a poll is best ended by Earshot itself, before the proxy does it; null: no proxy cuts polls. */
  ownEnd(): number | null;
}

/** Two cuts this much apart, as a share of the shorter, are one proxy's patience. */
const sameCut = 0.1;

/** The own end comes so much before the cut, as a share of it. */
const endsBeforeCut = 0.8;

/** `shortest`: a poll that was cut off sooner was no proxy's patience, but a bad moment. Milliseconds. */
export function createProxyCuts(shortest: number): ProxyCuts {
  let lastCut: number | null = null;
  let ownEnd: number | null = null;
  return {
    cutAfter: (took) => {
      if (took < shortest) return;
      const before = lastCut;
      lastCut = took;
      if (before === null || Math.abs(took - before) > sameCut * Math.min(took, before)) return;
      ownEnd = Math.round(endsBeforeCut * Math.min(took, before));
    },
    ownEnd: () => ownEnd,
  };
}

/** What a proxy does with a request that takes longer than it waits (502 to 504). */
export function isCutOff(failure: Failure): boolean {
  return failure.kind === 'connectionLost' || (failure.kind === 'invalidResponse' && failure.status >= 502 && failure.status <= 504);
}
