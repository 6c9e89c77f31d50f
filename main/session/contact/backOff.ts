export interface BackOffTimings {
  readonly backOffBase: number;
  readonly backOffCap: number;
}

/** Full jitter: anywhere between nothing and the ceiling, which doubles with each try up to the cap; `inARow` counts from one. */
export function backOff(inARow: number, timings: BackOffTimings, random: () => number): number {
  const ceiling = Math.min(timings.backOffCap, timings.backOffBase * 2 ** Math.min(inARow - 1, 20));
  return Math.round(ceiling * random());
}
