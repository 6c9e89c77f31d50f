import type { SkillGroup } from '../centre/agent.ts';
import type { Random } from '../random.ts';

/** A customer who calls, until they have an agent or hang up. */
export interface Customer {
  readonly callId: string;
  readonly number: string;
  /** The skill whose number they dialled. */
  readonly skill: SkillGroup;
  readonly calledAt: number;
  /** How long they wait for an agent, in milliseconds. */
  readonly patience: number;
}

/** The number of a customer. */
export function drawNumber(random: Random): string {
  return `1${String(random.int(3_000_000_000, 3_999_999_999))}`;
}

const shortestPatience = 20_000;
const longestPatience = 360_000;

/** Few hang up at once, most wait some minutes. */
export function drawPatience(random: Random): number {
  return Math.round(shortestPatience + random.fraction() * (longestPatience - shortestPatience));
}
