import type { Simulator } from '../simulator.ts';
import type { FaultHand } from './faultHand.ts';
import type { RestartGateway } from './restartable.ts';
import type { ScenarioAction } from './schema.ts';

/** What an action is done with. */
export interface ActionTools {
  readonly simulator: Simulator;
  readonly restart: RestartGateway | undefined;
  readonly faults: FaultHand | undefined;
  /** Told of the gateway that follows after a restart. */
  restarted(simulator: Simulator): void;
}

/** Does one thing. What cannot be done throws, as with the simulator's own hands. */
export async function doAction(action: ScenarioAction, hands: ActionTools): Promise<void> {
  const { simulator } = hands;
  const { push, setPhone, setAgent, endSession, nextAnswer, setHabits, restartGateway, fault } = action;
  if (push !== undefined) {
    for (let round = 0; round < push.times; round += 1) {
      for (const { type, content } of push.events) simulator.pushEvent(push.agent, type, content);
    }
  }
  if (setPhone !== undefined) simulator.setPhone(setPhone.agent, setPhone.phone);
  if (action.pickUp !== undefined) simulator.pickUp(action.pickUp);
  if (action.hangUp !== undefined) simulator.hangUp(action.hangUp);
  if (setAgent !== undefined) {
    const { workNo, ...change } = setAgent;
    simulator.setAgent(workNo, change);
  }
  if (action.removeAgent !== undefined) simulator.removeAgent(action.removeAgent);
  if (action.intercept !== undefined) simulator.intercept(action.intercept.by, action.intercept.workNo);
  if (action.endCall !== undefined) simulator.endCall(action.endCall);
  if (endSession !== undefined) simulator.endSession(endSession.agent, endSession.why);
  if (action.rotateGuid !== undefined) simulator.rotateGuid(action.rotateGuid, 'staysValid');
  if (action.expireGuid !== undefined) simulator.rotateGuid(action.expireGuid, 'expires');
  if (nextAnswer !== undefined) simulator.nextAnswer(nextAnswer.to, nextAnswer.is);
  if (setHabits !== undefined) simulator.setHabits(setHabits.habits, setHabits.agentId);
  if (action.behave !== undefined) simulator.behave();
  if (restartGateway !== undefined) hands.restarted(await given(hands.restart, 'restart')(restartGateway));
  if (fault !== undefined) await given(hands.faults, 'faults').set(fault);
  if (action.clearFaults !== undefined) await given(hands.faults, 'faults').clear();
  if (action.resetConnections !== undefined) given(hands.faults, 'faults').reset();
}

/** The name of what is done, as it stands in the file. */
export function actionName(action: ScenarioAction): string {
  return Object.keys(action)[0] ?? '';
}

/** What an action cannot do without; null: nothing. */
export function handFor(action: ScenarioAction): 'restart' | 'faults' | null {
  if (action.restartGateway !== undefined) return 'restart';
  const isFault = action.fault !== undefined || action.clearFaults !== undefined || action.resetConnections !== undefined;
  return isFault ? 'faults' : null;
}

function given<Hand>(hand: Hand | undefined, name: string): Hand {
  if (hand === undefined) throw new Error(`The hand "${name}" was not given`);
  return hand;
}
