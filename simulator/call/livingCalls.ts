import type { CallHands } from '../centre/callHands.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { CallDesk } from './callDesk.ts';
import type { Calls, CallRequest } from './calls.ts';
import { drawNumber } from './customer.ts';

export interface LivingCallsOptions {
  readonly calls: Calls;
  readonly desk: CallDesk;
  /** Puts an agent into a state, from which they live on. */
  move(workNo: string, state: AgentState): void;
}

/** How the agents without a client handle their calls: as the others, but nobody is told (protocol.md 3.2, ctiStatus 2 to 5). */
export interface LivingCalls extends CallHands {
  /** A customer's call is given to an idle agent, at whom it will ring. */
  offer(workNo: string, request: CallRequest): void;
}

/** The calls of all agents without a client. */
export function createLivingCalls({ calls, desk, move }: LivingCallsOptions): LivingCalls {
  function offer(workNo: string, request: CallRequest): void {
    calls.open(workNo, request);
    move(workNo, 'preoccupied');
  }
  return {
    offer,
    callOut: (workNo, random) => {
      offer(workNo, { kind: 'outbound', caller: workNo, called: drawNumber(random) });
    },
    ring: (workNo) => {
      move(workNo, calls.of(workNo)?.kind === 'outbound' ? 'occupied' : 'answering');
    },
    connect: (workNo) => {
      const call = calls.of(workNo);
      if (call !== null) desk.answer(call);
    },
    giveUp: (workNo) => {
      const call = calls.of(workNo);
      if (call?.kind === 'outbound') move(workNo, 'idle');
      else if (call !== null) desk.letRing(call);
    },
    hold: (workNo, held) => {
      const call = calls.of(workNo);
      if (call !== null) calls.describe(call.callId, { held });
    },
    hangUp: (workNo) => {
      const call = calls.of(workNo);
      if (call !== null) desk.end(call, 'customer');
    },
  };
}
