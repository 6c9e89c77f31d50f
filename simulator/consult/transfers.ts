import { happening } from '../agentEvent.ts';
import { callOnWire } from '../call/call.ts';
import type { Call } from '../call/call.ts';
import { isInCall } from '../centre/agentState.ts';
import { allGroups } from '../centre/skillGroups.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Consults, ConsultsOptions } from './consults.ts';
import { modeOf } from './transferRequest.ts';
import type { TransferMode, TransferRequest } from './transferRequest.ts';

export interface TransfersOptions extends ConsultsOptions {
  readonly consults: Consults;
  readonly apiEdition: ApiEdition;
}

/** Gives an agent's call away. Nobody idle to take it: the agent is told, and keeps it. */
export interface Transfers {
  /** transfer */
  transfer(session: Session, request: TransferRequest): Retcode;
  /** cancelTransfer: of a call forwarded to a number outside, by talk or by three-party. */
  cancel(session: Session): Retcode;
}

interface Awaited {
  readonly session: Session;
  /** The call to be given away. */
  readonly call: Call;
  /** The other agent's. */
  readonly offered: string;
}

/** The transfers of all agents with a client. */
export function createTransfers(options: TransfersOptions): Transfers {
  const { centre, calls, desk, sessions, clock, timings, consults, apiEdition } = options;
  /** By the number of who shall answer. */
  const awaited = new Map<string, Awaited>();

  centre.onChange(({ agent, to }) => {
    const ongoing = awaited.get(agent.workNo);
    if (ongoing === undefined || (isInCall(to) && to !== 'talking')) return;
    awaited.delete(agent.workNo);
    const { session, call, offered } = ongoing;
    const isTaken = to === 'talking' && desk.of(agent.workNo)?.callId === offered;
    const now = desk.withId(call.callId);
    // The customer has gone meanwhile: there is nothing left to give away.
    if (now?.workNo !== session.agentId) return;
    session.tell(happening.transferResult(call.callId, isTaken));
    if (isTaken) desk.end(now, 'platform');
    else hold(session, now, false);
  });

  function isAddress({ devicetype, address }: TransferRequest): boolean {
    if (devicetype === 1) return allGroups.some(({ id }) => String(id) === address);
    if (devicetype === 2) return isWorkNo(address, apiEdition) && centre.agent(address) !== null;
    return /^[\d*#]{1,24}$/.test(address);
  }

  function idleAgentAt({ devicetype, address }: TransferRequest, { agentId }: Session): string | null {
    const takesIt = ({ workNo, skills }: { workNo: string; skills: readonly { id: number }[] }): boolean =>
      devicetype === 2 ? workNo === address : skills.some(({ id }) => String(id) === address);
    for (const agent of centre.agents()) {
      const isFree = agent.state === 'idle' && agent.workNo !== agentId;
      if (isFree && takesIt(agent) && sessions.of(agent.workNo)?.flags.talkRight !== false) return agent.workNo;
    }
    return null;
  }

  function transferInside(session: Session, call: Call, workNo: string | null, mode: TransferMode): Retcode {
    if (workNo === null) {
      session.tell(happening.transferResult(call.callId, false));
      return retcode.success;
    }
    const offered = desk.offer(workNo, { kind: call.kind, caller: call.caller, called: call.called, skill: call.skill });
    if (mode === 'onceAnswered') {
      hold(session, call, true);
      awaited.set(workNo, { session, call, offered: offered.callId });
    } else {
      desk.end(call, 'agent');
    }
    // A colleague without a client answers in their time.
    clock.after(timings.customerAnswer, () => {
      const ringing = desk.ringing(workNo);
      if (sessions.of(workNo) === null && ringing?.callId === offered.callId) desk.answer(ringing);
    });
    return retcode.success;
  }

  function transferOutside(session: Session, call: Call, number: string, mode: TransferMode): Retcode {
    if (mode === 'talk' || mode === 'threeParty') {
      return consults.begin(session, call, { kind: 'number', number }, mode === 'threeParty');
    }
    if (mode === 'onceAnswered') hold(session, call, true);
    clock.after(mode === 'blind' ? 0 : timings.customerAnswer, () => {
      const now = desk.withId(call.callId);
      if (now?.workNo !== session.agentId) return;
      session.tell(happening.transferOutResult(call.callId, true));
      desk.end(now, 'agent');
    });
    return retcode.success;
  }

  function hold(session: Session, call: Call, held: boolean): void {
    calls.describe(call.callId, { held });
    session.tell(held ? happening.held(call.callId) : happening.talking(callOnWire(call)));
  }

  return {
    transfer: (session, request) => {
      const call = desk.talking(session.agentId);
      const mode = modeOf(request);
      if (mode === null) return retcode.invalidParameter;
      if (!isAddress(request)) return retcode.numberWrong;
      if (call === null) return retcode.nothingToTransfer;
      if (consults.of(session.agentId) !== null) return retcode.operationException;
      if (request.devicetype <= 2) return transferInside(session, call, idleAgentAt(request, session), mode);
      return transferOutside(session, call, request.address, mode);
    },
    cancel: (session) => {
      const consult = consults.of(session.agentId);
      if (consult?.consulted.kind !== 'number') return retcode.nothingToTransfer;
      consults.takeBack(session, consult);
      return retcode.success;
    },
  };
}
