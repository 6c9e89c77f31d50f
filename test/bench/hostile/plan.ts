import type { Habits, PhoneBehaviour } from '../../../simulator/index.ts';
import type { Random } from '../../../simulator/random.ts';

/** One listen: what the gateway is like meanwhile, and what the people do. */
export interface Plan {
  readonly habits: Habits;
  readonly phone: PhoneBehaviour;
  /** How long they talk, in milliseconds. */
  readonly talk: number;
  /** How it is brought to its end; `next`: stopped by a click, and the next one asked for as soon as it can be. */
  readonly end: 'hangUp' | 'stop' | 'callEnds' | 'next';
  /** From the end to the next listen, in milliseconds. */
  readonly pause: number;
}

/** Draws a plan; every listen meets about a third of all habits. */
export function drawPlan(random: Random): Plan {
  const between = (from: number, to: number): number => Math.round(from + random.fraction() * (to - from));
  const end = oneOf(random, ['hangUp', 'stop', 'callEnds', 'next'] as const);
  return {
    habits: drawHabits(random),
    phone: drawPhone(random),
    talk: between(5_000, 60_000),
    end,
    pause: end === 'next' ? 0 : between(1_000, 8_000),
  };
}

function drawPhone(random: Random): PhoneBehaviour {
  const chance = random.fraction();
  if (chance < 0.7) return { kind: 'picksUp', afterMs: 500 + Math.round(random.fraction() * 7_500) };
  if (chance < 0.85) return { kind: 'declines', afterMs: 500 + Math.round(random.fraction() * 7_500) };
  return { kind: 'neverAnswers' };
}

function drawHabits(random: Random): Habits {
  const has = (chance: number): boolean => random.fraction() < chance;
  const requests = (): 'commands' | 'queries' | 'all' => oneOf(random, ['commands', 'queries', 'all'] as const);
  const kinds = (['rings', 'pickUps', 'ends', 'busy'] as const).filter(() => has(0.5));
  return {
    ...(has(0.35) ? { eventsLate: { fromMs: 0, toMs: oneOf(random, [2_000, 8_000, 20_000] as const) } } : {}),
    ...(has(0.35) && kinds.length > 0 ? { eventsLost: { share: oneOf(random, [0.4, 1] as const), of: kinds } } : {}),
    ...(has(0.05) ? { eventsLost: { share: 0.3, of: ['all'] } } : {}),
    ...(has(0.25) ? { eventsTwice: { share: 0.4, fromMs: 200, toMs: 10_000 } } : {}),
    // Faster ones would be a flood of the machine's, not of the gateway's: time runs faster here, the machine does not.
    ...(has(0.1) ? { eventFlood: { perSecond: 5 + Math.round(random.fraction() * 15) } } : {}),
    ...(has(0.25)
      ? {
          answersLate: {
            share: oneOf(random, [0.3, 1] as const),
            of: requests(),
            when: 'either' as const,
            fromMs: 0,
            toMs: oneOf(random, [3_000, 10_000, 20_000] as const),
          },
        }
      : {}),
    ...(has(0.2) ? { answersLost: { share: 0.3, of: requests() } } : {}),
    ...(has(0.3) ? { guidRenewed: { share: oneOf(random, [0.1, 0.5] as const), oldLivesMs: 5_000 } } : {}),
    ...(has(0.2) ? { pages: { share: oneOf(random, [0.05, 0.2] as const) } } : {}),
    ...(has(0.2) ? { queriesBlind: { how: oneOf(random, ['refused', 'noCtiStatus'] as const) } } : {}),
    ...(has(0.25) ? { queriesStale: { share: 0.7, upToMs: oneOf(random, [1_000, 5_000] as const) } } : {}),
    ...(has(0.2) ? { queriesFail: { share: 0.3 } } : {}),
    ...(has(0.2) ? { pollsCut: { afterMs: 8_000, how: oneOf(random, ['closed', 'page'] as const) } } : {}),
  };
}

function oneOf<const Value>(random: Random, values: readonly [Value, ...Value[]]): Value {
  return values[random.int(0, values.length - 1)] ?? values[0];
}
