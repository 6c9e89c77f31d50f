const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * How long to wait before try number `attempt` (from 0): doubling up to ten seconds, with jitter over the upper half
 * so that it neither hammers a host that is starting nor leaves the page dead for long. `random` is from 0 to 1.
 */
export function reconnectPause(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
