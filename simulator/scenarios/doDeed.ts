import type { Simulator } from '../simulator.ts';
import type { FaultHand } from './faultHand.ts';
import type { RestartGateway } from './restartable.ts';
import type { Deed } from './schema.ts';

/** What a deed is done with. */
export interface DeedHands {
  readonly simulator: Simulator;
  readonly restart: RestartGateway | undefined;
  readonly faults: FaultHand | undefined;
  /** Told of the gateway that follows after a restart. */
  restarted(simulator: Simulator): void;
}

/** Does one thing. What cannot be done throws, as with the simulator's own hands. */
export async function doDeed(deed: Deed, hands: DeedHands): Promise<void> {
  const { simulator } = hands;
  const { push, setPhone, setAgent, endSession, nextAnswer, setHabits, restartGateway, fault } = deed;
  if (push !== undefined) {
    for (let round = 0; round < push.times; round += 1) {
      for (const { type, content } of push.events) simulator.pushEvent(push.agent, type, content);
    }
  }
  if (setPhone !== undefined) simulator.setPhone(setPhone.agent, setPhone.phone);
  if (deed.pickUp !== undefined) simulator.pickUp(deed.pickUp);
  if (deed.hangUp !== undefined) simulator.hangUp(deed.hangUp);
  if (setAgent !== undefined) {
    const { workNo, ...change } = setAgent;
    simulator.setAgent(workNo, change);
  }
  if (deed.removeAgent !== undefined) simulator.removeAgent(deed.removeAgent);
  if (deed.intercept !== undefined) simulator.intercept(deed.intercept.by, deed.intercept.workNo);
  if (deed.endCall !== undefined) simulator.endCall(deed.endCall);
  if (endSession !== undefined) simulator.endSession(endSession.agent, endSession.why);
  if (deed.rotateGuid !== undefined) simulator.rotateGuid(deed.rotateGuid, 'staysValid');
  if (deed.expireGuid !== undefined) simulator.rotateGuid(deed.expireGuid, 'expires');
  if (nextAnswer !== undefined) simulator.nextAnswer(nextAnswer.to, nextAnswer.is);
  if (setHabits !== undefined) simulator.setHabits(setHabits.habits, setHabits.agentId);
  if (deed.behave !== undefined) simulator.behave();
  if (restartGateway !== undefined) hands.restarted(await given(hands.restart, 'restart')(restartGateway));
  if (fault !== undefined) await given(hands.faults, 'faults').set(fault);
  if (deed.clearFaults !== undefined) await given(hands.faults, 'faults').clear();
  if (deed.resetConnections !== undefined) given(hands.faults, 'faults').reset();
}

/** The name of what is done, as it stands in the file. */
export function deedName(deed: Deed): string {
  return Object.keys(deed)[0] ?? '';
}

/** The hand that a deed cannot do without. */
export function handFor(deed: Deed): 'restart' | 'faults' | undefined {
  if (deed.restartGateway !== undefined) return 'restart';
  const isFault = deed.fault !== undefined || deed.clearFaults !== undefined || deed.resetConnections !== undefined;
  return isFault ? 'faults' : undefined;
}

function given<Hand>(hand: Hand | undefined, name: string): Hand {
  if (hand === undefined) throw new Error(`The hand "${name}" was not given`);
  return hand;
}
