import { happening } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import { hasRings } from './agentLine.ts';
import type { AgentLine } from './agentLine.ts';
import type { Call } from './call.ts';
import type { CallOffers } from './callOffers.ts';
import type { Calls } from './calls.ts';

export interface CallOutOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly sessions: Sessions;
  readonly timings: Timings;
  readonly line: AgentLine;
  readonly offers: CallOffers;
}

/** An agent calls out; `called` is a number, or a colleague's work number on an inner call. */
export type CallOut = (session: Session, called: string, kind: 'outbound' | 'inner') => void;

/** The calls that agents with a client make. */
export function createCallOut({ centre, calls, sessions, timings, line, offers }: CallOutOptions): CallOut {
  function ringCustomer(call: Call, session: Session): void {
    session.tell(happening.customerAlerting(call.callId, call.called, ''));
    offers.whileOffered(call, timings.customerAnswer, () => {
      offers.connect(call);
    });
  }

  function ringColleague(call: Call, session: Session): void {
    if (centre.agent(call.called)?.state !== 'idle') {
      session.tell(happening.insideCallFail(call.callId));
      line.releasePhone(call.workNo, 3);
      line.leave(call.workNo);
      return;
    }
    const { caller, called } = call;
    session.tell(happening.customerAlerting(call.callId, '', called));
    const other = offers.offer(called, { kind: 'inner', caller, called, peer: call.callId });
    calls.describe(call.callId, { peer: other.callId });
    if (sessions.of(called) !== null) return;
    offers.whileOffered(other, timings.customerAnswer, () => {
      offers.answer(other);
    });
  }

  return (session, called, kind) => {
    const call = calls.open(session.agentId, { kind, caller: session.agentId, called });
    line.move(session.agentId, 'preoccupied');
    session.tell(happening.busy);
    offers.whileOffered(call, timings.ring, () => {
      if (hasRings(session)) session.tell(happening.phoneAlerting, happening.phoneOffhook);
      line.move(session.agentId, 'occupied');
      if (kind === 'inner') ringColleague(call, session);
      else ringCustomer(call, session);
    });
  };
}
