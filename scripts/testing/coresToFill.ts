/** Bytes that the tests of all runners take beside each other for each core that they fill: 3.1 GiB (6.2 on two cores), and some room. */
const memoryEach = 4 * 1024 ** 3;

/** What a computer has for its tests; memory in bytes. */
export interface Means {
  readonly cores: number;
  readonly memory: number;
}

/** How many cores the tests may fill: all, as long as there is memory for it; one at least. Each runner's workers go by it. */
export function coresToFill({ cores, memory }: Means): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / memoryEach)));
}
