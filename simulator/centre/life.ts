import type { Random } from '../random.ts';
import type { AgentState } from './agentState.ts';

const second = 1_000;
const minute = 60 * second;

/** How long an agent stays as he is; short stays are commoner than long ones, as with real calls. */
export function stay(state: AgentState, random: Random): number {
  switch (state) {
    case 'idle':
      return skewed(3 * second, 2 * minute, random);
    case 'preoccupied':
      return skewed(2 * second, 8 * second, random);
    case 'occupied':
      return skewed(1 * second, 4 * second, random);
    case 'answering':
      return skewed(2 * second, 15 * second, random);
    case 'talking':
      return skewed(30 * second, 12 * minute, random);
    case 'wrapUp':
      return skewed(8 * second, 90 * second, random);
    case 'busy':
      return skewed(1 * minute, 12 * minute, random);
    case 'rest':
      return skewed(5 * minute, 20 * minute, random);
    case 'signedOut':
      return skewed(10 * minute, 60 * minute, random);
  }
}

function skewed(shortest: number, longest: number, random: Random): number {
  const fraction = random.fraction();
  return Math.round(shortest + fraction * fraction * (longest - shortest));
}

const shareOfHeldTalks = 0.2;

/**
 * When something happens to a talk that begins and ends at these times: held and taken back, in some talks, and its
 * end, which is the last.
 */
export function momentsOfTalk(from: number, until: number, random: Random): readonly number[] {
  const length = until - from;
  if (random.fraction() >= shareOfHeldTalks) return [until];
  return [Math.round(from + length * 0.4), Math.round(from + length * 0.55), until];
}

/** What an agent does next. */
export function nextState(state: AgentState, random: Random): AgentState {
  const chance = random.fraction();
  switch (state) {
    case 'idle':
      if (chance < 0.8) return 'answering';
      if (chance < 0.9) return 'preoccupied';
      return chance < 0.96 ? 'busy' : 'rest';
    case 'preoccupied':
      return 'occupied';
    case 'occupied':
      return chance < 0.85 ? 'talking' : 'idle';
    case 'answering':
      return chance < 0.94 ? 'talking' : 'busy';
    case 'talking':
      return 'wrapUp';
    case 'wrapUp':
      if (chance < 0.87) return 'idle';
      if (chance < 0.93) return 'busy';
      return chance < 0.98 ? 'rest' : 'signedOut';
    case 'busy':
      return chance < 0.95 ? 'idle' : 'signedOut';
    case 'rest':
      return 'idle';
    case 'signedOut':
      return 'idle';
  }
}

/** What an agent is doing when the simulator starts, in the shares of a busy morning. */
export function firstState(random: Random): AgentState {
  const chance = random.fraction();
  if (chance < 0.42) return 'talking';
  if (chance < 0.62) return 'idle';
  if (chance < 0.72) return 'wrapUp';
  if (chance < 0.76) return 'answering';
  if (chance < 0.77) return 'preoccupied';
  if (chance < 0.85) return 'busy';
  return chance < 0.92 ? 'rest' : 'signedOut';
}
