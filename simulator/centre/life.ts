import type { Random } from '../random.ts';
import type { AgentState } from './agentState.ts';

const second = 1_000;
const minute = 60 * second;

/**
 * How long an agent stays as they are; short stays are commoner than long ones, as with real calls. Signed out: until
 * they are back, if their shift is still on.
 */
export function stay(state: AgentState, random: Random): number {
  switch (state) {
    case 'idle':
      return skewed(3 * second, 2 * minute, random);
    case 'preoccupied':
      return skewed(1 * second, 3 * second, random);
    case 'occupied':
      return skewed(2 * second, 15 * second, random);
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
      return skewed(5 * minute, 30 * minute, random);
  }
}

/** How long an agent waits for a call before they find something else to do. */
export function patienceOfIdle(random: Random): number {
  return skewed(1 * minute, 20 * minute, random);
}

/** How late an agent comes to their shift. */
export function lateness(random: Random): number {
  return skewed(0, 8 * minute, random);
}

function skewed(shortest: number, longest: number, random: Random): number {
  const fraction = random.fraction();
  return Math.round(shortest + fraction * fraction * (longest - shortest));
}

/** The parts of a talk between which the customer is put on hold and taken back: one, or three. */
export function partsOfTalk(random: Random): readonly number[] {
  const length = stay('talking', random);
  return random.fraction() < 0.2 ? [length * 0.4, length * 0.15, length * 0.45] : [length];
}

/** Whether an agent answers what rings at them. */
export function answersRing(random: Random): boolean {
  return random.fraction() < 0.97;
}

/** Whether a customer who is called answers. */
export function customerAnswers(random: Random): boolean {
  return random.fraction() < 0.85;
}

/** What an agent does when their wrap-up is over. */
export function afterWrapUp(random: Random): 'idle' | 'busy' | 'callOut' {
  const chance = random.fraction();
  if (chance < 0.86) return 'idle';
  return chance < 0.92 ? 'busy' : 'callOut';
}

/** What an agent does who has waited long for a call. */
export function afterIdle(random: Random): 'busy' | 'callOut' {
  return random.fraction() < 0.5 ? 'busy' : 'callOut';
}

/** What an agent is doing when the simulator starts, in the shares of a busy day; `shareOnDuty` are signed in. */
export function firstState(random: Random, shareOnDuty: number): AgentState {
  const chance = random.fraction() / shareOnDuty;
  if (chance >= 1) return 'signedOut';
  const ofTheSignedIn = 92 * chance;
  if (ofTheSignedIn < 42) return 'talking';
  if (ofTheSignedIn < 62) return 'idle';
  if (ofTheSignedIn < 72) return 'wrapUp';
  if (ofTheSignedIn < 76) return 'answering';
  if (ofTheSignedIn < 77) return 'preoccupied';
  return ofTheSignedIn < 85 ? 'busy' : 'rest';
}
