import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';

/** What is drawn for an inspector's events never shifts what is drawn for their requests. */
export interface Chance {
  readonly events: Random;
  readonly requests: Random;
}

// Agents' lives draw from the seed itself.
const eventsSalt = 0x1f83d9ab;
const requestsSalt = 0x5be0cd19;

/** The chances of the habits: the same seed gives each inspector the same ones, request by request. */
export function chances(seed: number): (agentId: string) => Chance {
  const drawn = new Map<string, Chance>();
  return (agentId) => {
    const known = drawn.get(agentId);
    if (known !== undefined) return known;
    const chance = {
      events: seededRandom(seed ^ eventsSalt, Number(agentId)),
      requests: seededRandom(seed ^ requestsSalt, Number(agentId)),
    };
    drawn.set(agentId, chance);
    return chance;
  };
}

/** Milliseconds of a range, both ends included. */
export function within(random: Random, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): number {
  return fromMs + random.fraction() * (toMs - fromMs);
}
