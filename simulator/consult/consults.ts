import { happening } from '../agentEvent.ts';
import { callOnWire } from '../call/call.ts';
import type { Call } from '../call/call.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Consult, Consulted } from './consult.ts';
import { createConsultLegs } from './consultLegs.ts';
import type { ConsultLegsOptions } from './consultLegs.ts';

export type ConsultsOptions = ConsultLegsOptions;

/**
 * Internal help, talk forwarding and three-party talks: an agent with a call talks to somebody else beside it. The
 * pages name the events but not their order; here the one a person would expect.
 */
export interface Consults {
  /** Null: the agent consults nobody. */
  of(agentId: string): Consult | null;
  /** Holds the agent's call and calls the other. */
  begin(session: Session, call: Call, consulted: Consulted, joinsAtOnce: boolean): Retcode;
  /** confJoin: the held call and the other leg become one talk of three. */
  join(session: Session, heldCallId: string): Retcode;
  /** connectHold: the held call goes on without the agent, who leaves both. */
  connectHold(session: Session, heldCallId: string): Retcode;
  /** Ends the other leg, and takes the customer back from hold. */
  takeBack(session: Session, consult: Consult): void;
  /** Ends the other leg; the customer stays held. */
  end(session: Session, consult: Consult): void;
}

/** The consults of all agents with a client. */
export function createConsults(options: ConsultsOptions): Consults {
  const { centre, calls, desk } = options;
  const legs = createConsultLegs(options);
  return {
    of: legs.of,
    begin: (session, call, consulted, joinsAtOnce) => {
      if (legs.of(session.agentId) !== null) return retcode.operationException;
      if (!call.held) {
        calls.describe(call.callId, { held: true });
        session.tell(happening.held(call.callId));
      }
      if (consulted.kind === 'agent' && centre.agent(consulted.workNo)?.state !== 'idle') session.tell(happening.consultFail);
      else legs.call(session, call, consulted, joinsAtOnce);
      return retcode.success;
    },
    join: (session, heldCallId) => {
      const consult = legs.of(session.agentId);
      if (consult?.step !== 'talking') return retcode.nothingToJoin;
      if (consult.mainCallId !== heldCallId) return retcode.noHeldCallToJoin;
      legs.join(session, consult);
      return retcode.success;
    },
    connectHold: (session, heldCallId) => {
      const consult = legs.of(session.agentId);
      if (consult?.mainCallId !== heldCallId) return retcode.nothingToHold;
      if (consult.step === 'calling') return retcode.holdStateError;
      legs.leave(session, consult);
      const main = desk.withId(heldCallId);
      if (main !== null) desk.end(main, 'agent');
      return retcode.success;
    },
    takeBack: (session, consult) => {
      legs.end(session, consult);
      const main = desk.withId(consult.mainCallId);
      if (main === null) return;
      calls.describe(main.callId, { held: false });
      session.tell(happening.talking(callOnWire(main)));
    },
    end: legs.end,
  };
}
