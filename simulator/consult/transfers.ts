import { happening } from '../agentEvent.ts';
import { callOnWire } from '../call/call.ts';
import type { Call } from '../call/call.ts';
import { isInCall } from '../centre/agentState.ts';
import type { StateChange } from '../centre/centre.ts';
import { allGroups } from '../centre/skillGroups.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Consults, ConsultDeps } from './consults.ts';

/** Where a call is transferred to (cec_07_1242): 1 skill queue, 2 agent, 3 IVR, 4 system access code, 5 number outside. */
export interface TransferRequest {
  readonly devicetype: number;
  readonly address: string;
  /** To 1 to 4: 0 blind, 2 once it is answered. To 5: 1 blind, 2 once it is answered, 3 talk forwarding, 4 three-party. */
  readonly mode: number;
}

type Mode = 'blind' | 'onceAnswered' | 'talk' | 'threeParty';

interface Awaited {
  readonly session: Session;
  /** The call to be given away. */
  readonly call: Call;
  /** The other agent's. */
  readonly offered: string;
}

const blindAt = 0;
const inside = 4;

/** Gives an agent's call away. Nobody idle to take it: the agent is told, and keeps it. */
export class Transfers {
  readonly #here: ConsultDeps;
  readonly #consults: Consults;
  readonly #apiEdition: ApiEdition;
  /** By the number of who shall answer. */
  readonly #awaited = new Map<string, Awaited>();

  constructor(deps: ConsultDeps, consults: Consults, apiEdition: ApiEdition) {
    this.#here = deps;
    this.#consults = consults;
    this.#apiEdition = apiEdition;
    deps.centre.onChange((change) => {
      this.#stateChanged(change);
    });
  }

  /** transfer */
  transfer(session: Session, request: TransferRequest): Retcode {
    const call = this.#here.desk.talking(session.agentId);
    const mode = modeOf(request);
    if (mode === undefined) return retcode.invalidParameter;
    if (!this.#isAddress(request)) return retcode.numberWrong;
    if (call === undefined) return retcode.nothingToTransfer;
    if (this.#consults.of(session.agentId) !== undefined) return retcode.operationException;
    if (request.devicetype <= 2) return this.#inside(session, call, this.#idleAgentAt(request, session), mode);
    return this.#outside(session, call, request.address, mode);
  }

  /** cancelTransfer: of a call forwarded to a number outside, by talk or by three-party. */
  cancel(session: Session): Retcode {
    const consult = this.#consults.of(session.agentId);
    if (consult?.consulted.kind !== 'number') return retcode.nothingToTransfer;
    this.#consults.takeBack(session, consult);
    return retcode.success;
  }

  #isAddress({ devicetype, address }: TransferRequest): boolean {
    if (devicetype === 1) return allGroups.some(({ id }) => String(id) === address);
    if (devicetype === 2) return isWorkNo(address, this.#apiEdition) && this.#here.centre.agent(address) !== undefined;
    return /^[\d*#]{1,24}$/.test(address);
  }

  #idleAgentAt({ devicetype, address }: TransferRequest, { agentId }: Session): string | undefined {
    const takesIt = ({ workNo, skills }: { workNo: string; skills: readonly { id: number }[] }): boolean =>
      devicetype === 2 ? workNo === address : skills.some(({ id }) => String(id) === address);
    for (const agent of this.#here.centre.agents()) {
      const isFree = agent.state === 'idle' && agent.workNo !== agentId;
      if (isFree && takesIt(agent) && this.#here.sessions.of(agent.workNo)?.flags.talkRight !== false) return agent.workNo;
    }
    return undefined;
  }

  #inside(session: Session, call: Call, workNo: string | undefined, mode: Mode): Retcode {
    if (workNo === undefined) {
      session.tell(happening.transferResult(call.callId, false));
      return retcode.success;
    }
    const { desk, clock, timings, sessions } = this.#here;
    const offered = desk.offer(workNo, { kind: call.kind, caller: call.caller, called: call.called, skill: call.skill });
    if (mode === 'onceAnswered') {
      this.#hold(session, call, true);
      this.#awaited.set(workNo, { session, call, offered: offered.callId });
    } else {
      desk.end(call, 'agent');
    }
    // A colleague without a client answers in their time.
    clock.after(timings.customerAnswer, () => {
      const ringing = desk.ringing(workNo);
      if (sessions.of(workNo) === undefined && ringing?.callId === offered.callId) desk.answer(ringing);
    });
    return retcode.success;
  }

  #outside(session: Session, call: Call, number: string, mode: Mode): Retcode {
    if (mode === 'talk' || mode === 'threeParty') {
      return this.#consults.begin(session, call, { kind: 'number', number }, mode === 'threeParty');
    }
    const { desk, clock, timings } = this.#here;
    if (mode === 'onceAnswered') this.#hold(session, call, true);
    clock.after(mode === 'blind' ? 0 : timings.customerAnswer, () => {
      const now = desk.withId(call.callId);
      if (now?.workNo !== session.agentId) return;
      session.tell(happening.transferOutResult(call.callId, true));
      desk.end(now, 'agent');
    });
    return retcode.success;
  }

  #stateChanged({ agent, to }: StateChange): void {
    const awaited = this.#awaited.get(agent.workNo);
    if (awaited === undefined || (isInCall(to) && to !== 'talking')) return;
    this.#awaited.delete(agent.workNo);
    const { desk } = this.#here;
    const { session, call, offered } = awaited;
    const isTaken = to === 'talking' && desk.of(agent.workNo)?.callId === offered;
    const now = desk.withId(call.callId);
    // The customer has gone meanwhile: there is nothing left to give away.
    if (now?.workNo !== session.agentId) return;
    session.tell(happening.transferResult(call.callId, isTaken));
    if (isTaken) desk.end(now, 'platform');
    else this.#hold(session, now, false);
  }

  #hold(session: Session, call: Call, held: boolean): void {
    this.#here.calls.describe(call.callId, { held });
    session.tell(held ? happening.held(call.callId) : happening.talking(callOnWire(call)));
  }
}

function modeOf({ devicetype, mode }: TransferRequest): Mode | undefined {
  if (mode === 2) return 'onceAnswered';
  if (devicetype <= inside) return mode === blindAt ? 'blind' : undefined;
  const outside: Readonly<Record<number, Mode>> = { 1: 'blind', 3: 'talk', 4: 'threeParty' };
  return outside[mode];
}
