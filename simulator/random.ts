import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of chance: the same seed gives the same day. */
export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** A fraction in [0, 1). */
  fraction(): number;
  pick<T extends string | object>(items: readonly T[]): T;
}

/** A source of chance of its own for each (seed, stream), so that what one agent draws never shifts another's day. */
export function seededRandom(seed: number, stream: number): Random {
  const generator = xoroshiro128plus(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35));
  return {
    int: (from, to) => uniformInt(generator, from, to),
    fraction: () => uniformFloat32(generator),
    pick: <T extends string | object>(items: readonly T[]): T => {
      const item = items[items.length === 0 ? 0 : uniformInt(generator, 0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}
