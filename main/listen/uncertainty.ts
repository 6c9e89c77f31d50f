import { isHeard, type Uncertainty, type Facts } from './facts.ts';
import { cannotTell } from './outcomeProblem.ts';
import { active, type ListenEffect, type Step } from './step.ts';

/** So many questions in a row without an answer, and what was believed is no longer said. */
const patience = 3;

/** What cannot be told is said, until an answer or the inspector settles it. */
export function uncertain(facts: Facts): Step {
  // Of a gateway that does not say it, no answer is to be hoped for.
  const settledBy = facts.blind && facts.overdue !== 'no' ? 'inspector' : 'answer';
  return active({ ...facts, uncertainty: facts.uncertainty ?? { problem: cannotTell, settledBy } });
}

/** A question was not answered. */
export function onNoAnswer(facts: Facts, ...effects: readonly ListenEffect[]): Step {
  const waiting: Facts = { ...facts, unanswered: facts.unanswered + 1 };
  const isBelieved = waiting.unanswered < patience || !isHeard(waiting) || waiting.uncertainty !== null;
  return active(isBelieved ? waiting : { ...waiting, uncertainty: { problem: cannotTell, settledBy: 'answer' } }, ...effects);
}

/** Where events alone tell and spoke of an end, the pick-up before it may have been the call before's: the inspector knows. */
export function uncertaintyOnACall(facts: Facts): Uncertainty | null {
  const isOpen = facts.blind && facts.ending !== null && facts.phone === 'offHook' && !facts.heardByWord;
  if (isOpen) return { problem: cannotTell, settledBy: 'inspector' };
  return facts.uncertainty?.settledBy === 'inspector' ? facts.uncertainty : null;
}
