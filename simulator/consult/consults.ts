import { happening } from '../agentEvent.ts';
import type { CallDesk } from '../call/callDesk.ts';
import { callOnWire, featureOf } from '../call/call.ts';
import type { Call } from '../call/call.ts';
import type { Calls } from '../call/calls.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import type { Consult, Consulted } from './consult.ts';

export interface ConsultsOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly desk: CallDesk;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly timings: Timings;
}

/**
 * Internal help, talk forwarding and three-party talks: an agent with a call talks to somebody else beside it. At most
 * one such leg per agent. The pages name the events but not their order; here the one a person would expect.
 */
export interface Consults {
  /** Null: the agent has no leg beside their call. */
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
export function createConsults({ centre, calls, desk, sessions, clock, timings }: ConsultsOptions): Consults {
  const byAgent = new Map<string, Consult>();
  let begun = 0;

  centre.onChange(({ agent, from, to }) => {
    const own = byAgent.get(agent.workNo);
    if (own !== undefined && !isInCall(to)) {
      byAgent.delete(agent.workNo);
      hangUpColleague(own);
    }
    const others = [...byAgent.values()].find(({ consulted }) => consulted.kind === 'agent' && consulted.workNo === agent.workNo);
    if (others === undefined) return;
    if (to === 'talking' && others.step === 'calling') connect(others);
    else if (isInCall(from) && !isInCall(to)) colleagueGone(others);
  });

  function hold(session: Session, call: Call): void {
    calls.describe(call.callId, { held: true });
    session.tell(happening.held(call.callId));
  }

  /** Calls the other; their leg's call ID. */
  function call(session: Session, consulted: Consulted): string {
    if (consulted.kind === 'agent') {
      return desk.offer(consulted.workNo, { kind: 'inner', caller: session.agentId, called: consulted.workNo }).callId;
    }
    begun += 1;
    return `${String(Math.floor(clock.now() / 1_000))}-8${String(begun)}`;
  }

  /** Outside, and at a colleague without a client, somebody answers in their time. */
  function answeredByThemselves({ agentId, callId }: Consult): void {
    const consult = byAgent.get(agentId);
    if (consult?.callId !== callId || consult.step !== 'calling') return;
    if (consult.consulted.kind === 'number') {
      connect(consult);
      return;
    }
    const ringing = desk.ringing(consult.consulted.workNo);
    if (sessions.of(consult.consulted.workNo) === undefined && ringing?.callId === callId) desk.answer(ringing);
  }

  function connect(consult: Consult): void {
    const session = sessions.of(consult.agentId);
    if (session === undefined) return;
    const { agentId, callId, consulted, joinsAtOnce } = consult;
    const talking: Consult = { ...consult, step: 'talking' };
    byAgent.set(agentId, talking);
    const called = consulted.kind === 'agent' ? consulted.workNo : consulted.number;
    const feature = String(featureOf(consulted.kind === 'agent' ? 'inner' : 'outbound'));
    session.tell(happening.talking({ callId, caller: agentId, called, feature }));
    if (joinsAtOnce) join(session, talking);
  }

  function join(session: Session, consult: Consult): void {
    byAgent.set(consult.agentId, { ...consult, step: 'joined' });
    calls.describe(consult.mainCallId, { held: false });
    session.tell(happening.conference(consult.mainCallId));
  }

  function colleagueGone(consult: Consult): void {
    byAgent.delete(consult.agentId);
    const told = consult.step === 'calling' ? happening.consultFail : happening.customerRelease(consult.callId);
    sessions.of(consult.agentId)?.tell(told);
  }

  function hangUpColleague({ callId }: Consult): void {
    const colleagues = desk.withId(callId);
    if (colleagues !== null) desk.end(colleagues, 'customer');
  }

  function end(session: Session, consult: Consult): void {
    byAgent.delete(consult.agentId);
    hangUpColleague(consult);
    session.tell(happening.customerRelease(consult.callId));
  }

  return {
    of: (agentId) => byAgent.get(agentId) ?? null,
    begin: (session, main, consulted, joinsAtOnce) => {
      if (byAgent.has(session.agentId)) return retcode.operationException;
      if (!main.held) hold(session, main);
      if (consulted.kind === 'agent' && centre.agent(consulted.workNo)?.state !== 'idle') {
        session.tell(happening.consultFail);
        return retcode.success;
      }
      const callId = call(session, consulted);
      const consult: Consult = { agentId: session.agentId, mainCallId: main.callId, callId, consulted, joinsAtOnce, step: 'calling' };
      byAgent.set(session.agentId, consult);
      const [workNo, number] = consulted.kind === 'agent' ? [consulted.workNo, ''] : ['', consulted.number];
      session.tell(happening.customerAlerting(callId, number, workNo));
      clock.after(timings.customerAnswer, () => {
        answeredByThemselves(consult);
      });
      return retcode.success;
    },
    join: (session, heldCallId) => {
      const consult = byAgent.get(session.agentId);
      if (consult?.step !== 'talking') return retcode.nothingToJoin;
      if (consult.mainCallId !== heldCallId) return retcode.noHeldCallToJoin;
      join(session, consult);
      return retcode.success;
    },
    connectHold: (session, heldCallId) => {
      const consult = byAgent.get(session.agentId);
      if (consult?.mainCallId !== heldCallId) return retcode.nothingToHold;
      if (consult.step === 'calling') return retcode.holdStateError;
      byAgent.delete(session.agentId);
      session.tell(happening.customerRelease(consult.callId));
      const main = desk.withId(heldCallId);
      if (main !== null) desk.end(main, 'agent');
      return retcode.success;
    },
    takeBack: (session, consult) => {
      end(session, consult);
      const main = desk.withId(consult.mainCallId);
      if (main === null) return;
      calls.describe(main.callId, { held: false });
      session.tell(happening.talking(callOnWire(main)));
    },
    end,
  };
}
