import type { Problem } from '../../contract/problem.ts';
import { mayHaveHappened, type Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { Facts } from './facts.ts';
import { active, ask, ended, type Step } from './step.ts';

/** Takes in the answer to the listen request; null is success. */
export function onRequestAnswered(facts: Facts, failure: Failure | null, now: number): Step {
  if (facts.request !== 'sent') return active(facts);
  if (failure === null) return onAccepted(facts, now);
  if (mayHaveHappened(failure)) {
    // Occupied meanwhile: the platform acts on the request, so it did arrive.
    if (facts.occupied) return onAccepted({ ...facts, eventsMayMiss: true }, now);
    return active({ ...facts, request: { lost: failureProblem(failure), takenUp: false } }, { kind: 'askOwnState' });
  }
  return onRequestDenied(facts, failureProblem(failure), now);
}

/** There is no such listen at the gateway: it refused, or was not asked. */
export function onRequestDenied(facts: Facts, problem: Problem, now: number): Step {
  if (facts.request !== 'sent') return active(facts);
  const over = facts.stop.step !== 'none' ? ended(facts, 'stopped', now) : ended(facts, 'refused', now, { problem });
  // Refused perhaps because the one before was carried out meanwhile.
  return facts.earlier === null ? over : { ...over, effects: [{ kind: 'askOwnState' }, { kind: 'startTimer', timer: 'uncertain' }] };
}

/** The gateway took the request, by its answer or by what it did. */
export function onAccepted(facts: Facts, now: number): Step {
  const heard = facts.phone === 'offHook';
  // Concluded from what may be an earlier call's echo: no proof enough to say later what did not happen.
  const eventsMayMiss = facts.eventsMayMiss || typeof facts.request === 'object';
  const accepted: Facts = {
    ...facts,
    request: 'accepted',
    acceptedAt: now,
    unsettled: 0,
    heardAt: heard ? now : null,
    eventsMayMiss,
    // The gateway takes one at a time: what was held up before is refused now.
    earlier: null,
  };
  if (facts.stop.step === 'wanted') return sendStop(accepted, facts.stop.why, facts.stop.at);
  return active(
    accepted,
    ...(heard ? [{ kind: 'startTimer', timer: 'lapse' } as const] : []),
    ...(heard || facts.phone === 'ringing' ? [] : [{ kind: 'startTimer', timer: 'ring' } as const]),
    ...(facts.ending === null ? [] : [{ kind: 'askOwnState' } as const]),
    ...(facts.pickUpTold === null ? [] : [ask(facts)]),
  );
}

/** Stops now, or as soon as the listen request is answered. */
export function onStopAsked(facts: Facts, why: 'asked' | 'ringTimeout', now: number): Step {
  if (facts.stop.step !== 'none') return active(facts);
  if (facts.request === 'sent') return active({ ...facts, stop: { step: 'wanted', why, at: now } });
  return sendStop(facts, why, now);
}

function sendStop(facts: Facts, why: 'asked' | 'ringTimeout', at: number): Step {
  return active(
    { ...facts, stop: { step: 'sent', why, at }, stopProblem: null },
    { kind: 'cancelTimer', timer: 'ring' },
    { kind: 'cancelTimer', timer: 'uncertain' },
    { kind: 'stop', workNo: facts.agent.workNo },
  );
}
