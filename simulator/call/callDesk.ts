import { happening } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Phones } from '../inspection/phones.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import { createAgentLine } from './agentLine.ts';
import type { Call } from './call.ts';
import { createCallEnds } from './callEnds.ts';
import type { CallEnds } from './callEnds.ts';
import { createCallOffers } from './callOffers.ts';
import type { CallOffers } from './callOffers.ts';
import type { Calls } from './calls.ts';
import { createCallOut } from './callOut.ts';
import type { CallOut } from './callOut.ts';

export interface CallDeskOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly sessions: Sessions;
  readonly phones: Phones;
  readonly clock: Clock;
  readonly timings: Timings;
  /** Puts an agent into a state, from which they live on. */
  move(workNo: string, state: AgentState, reason: number): void;
}

/**
 * Brings calls to agents and ends them. An agent with a client is told every step (protocol.md 2.2, 4); the others
 * only change state.
 */
export interface CallDesk extends Pick<CallOffers, 'onTalk' | 'offer' | 'answer'>, Pick<CallEnds, 'onUnanswered' | 'end'> {
  /** The call of this agent; null: they have none. */
  of(workNo: string): Call | null;
  /** Null: the call is over, or never was. */
  withId(callId: string): Call | null;
  /** The call of an agent who talks. */
  talking(workNo: string): Call | null;
  /** The call an agent has been offered and has not answered. */
  ringing(workNo: string): Call | null;
  readonly callOut: CallOut;
  /** The agent's phone is put down: a call that rings is thereby refused. */
  hangUp(call: Call): void;
  /** The agent lets the call ring until the platform gives up. */
  letRing(call: Call): void;
  /** The call of one agent becomes another's, whose line is up already. */
  takeOver(call: Call, workNo: string): void;
}

/** The one desk of the centre. */
export function createCallDesk(options: CallDeskOptions): CallDesk {
  const { centre, calls, sessions } = options;
  const line = createAgentLine(options);
  const ends = createCallEnds({ ...options, line });
  const offers = createCallOffers({ ...options, line, ends });

  // Who is signed out leaves the colleague at the other end alone.
  sessions.onEnd(({ agentId }) => {
    const call = calls.of(agentId);
    const peer = call === null ? null : ends.peerOf(call);
    if (peer !== null) ends.endOneSide(peer, 'customer');
  });

  function ringing(workNo: string): Call | null {
    return centre.agent(workNo)?.state === 'answering' ? calls.of(workNo) : null;
  }

  return {
    onTalk: offers.onTalk,
    onUnanswered: ends.onUnanswered,
    of: calls.of,
    withId: calls.withId,
    talking: (workNo) => (centre.agent(workNo)?.state === 'talking' ? calls.of(workNo) : null),
    ringing,
    offer: offers.offer,
    callOut: createCallOut({ ...options, line, offers }),
    answer: offers.answer,
    hangUp: (call) => {
      if (ringing(call.workNo) === null) ends.end(call, 'agentsPhone');
      else ends.notAnswered(call, '7');
    },
    letRing: (call) => {
      ends.notAnswered(call, '2');
    },
    end: ends.end,
    takeOver: (call, workNo) => {
      const handed = calls.hand(call, workNo);
      line.tell(call.workNo, happening.callRelease(call.callId));
      line.releasePhone(call.workNo, 3);
      line.leave(call.workNo);
      offers.connect(handed);
    },
  };
}
