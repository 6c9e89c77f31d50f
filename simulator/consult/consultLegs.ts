import { happening } from '../agentEvent.ts';
import type { CallDesk } from '../call/callDesk.ts';
import { featureOf } from '../call/call.ts';
import type { Call } from '../call/call.ts';
import type { Calls } from '../call/calls.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import type { Consult, Consulted } from './consult.ts';

export interface ConsultLegsOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly desk: CallDesk;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly timings: Timings;
}

/** The second legs beside agents' calls, at most one per agent: called, answered, joined, and ended by whichever side. */
export interface ConsultLegs {
  /** Null: the agent has none. */
  of(agentId: string): Consult | null;
  /** Calls the other, beside this call; a colleague has to be idle. */
  call(session: Session, main: Call, consulted: Consulted, joinsAtOnce: boolean): void;
  /** The leg and the held call become one talk of three. */
  join(session: Session, consult: Consult): void;
  /** The agent leaves the leg, which goes on without them. */
  leave(session: Session, consult: Consult): void;
  /** The agent ends the leg. */
  end(session: Session, consult: Consult): void;
}

/** Nobody has a second leg yet. */
export function createConsultLegs({ centre, calls, desk, sessions, clock, timings }: ConsultLegsOptions): ConsultLegs {
  const byAgent = new Map<string, Consult>();
  let dialled = 0;

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

  function ring(session: Session, workNo: string): string {
    return desk.offer(workNo, { kind: 'inner', caller: session.agentId, called: workNo }).callId;
  }

  function dial(): string {
    dialled += 1;
    return `${String(Math.floor(clock.now() / 1_000))}-8${String(dialled)}`;
  }

  /** Outside, and at a colleague without a client, somebody answers in their time. */
  function answeredByThemselves({ agentId, callId }: Consult): void {
    const consult = byAgent.get(agentId);
    if (consult?.callId !== callId || consult.step !== 'calling') return;
    if (consult.consulted.kind === 'number') {
      connect(consult);
      return;
    }
    const call = desk.ringing(consult.consulted.workNo);
    if (sessions.of(consult.consulted.workNo) === null && call?.callId === callId) desk.answer(call);
  }

  function connect(consult: Consult): void {
    const session = sessions.of(consult.agentId);
    if (session === null) return;
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

  function colleagueGone({ agentId, callId, step }: Consult): void {
    byAgent.delete(agentId);
    sessions.of(agentId)?.tell(step === 'calling' ? happening.consultFail : happening.customerRelease(callId));
  }

  function hangUpColleague({ callId }: Consult): void {
    const call = desk.withId(callId);
    if (call !== null) desk.end(call, 'customer');
  }

  return {
    of: (agentId) => byAgent.get(agentId) ?? null,
    call: (session, main, consulted, joinsAtOnce) => {
      const { agentId } = session;
      const callId = consulted.kind === 'agent' ? ring(session, consulted.workNo) : dial();
      const consult: Consult = { agentId, mainCallId: main.callId, callId, consulted, joinsAtOnce, step: 'calling' };
      byAgent.set(agentId, consult);
      const [workNo, number] = consulted.kind === 'agent' ? [consulted.workNo, ''] : ['', consulted.number];
      session.tell(happening.customerAlerting(callId, number, workNo));
      clock.after(timings.customerAnswer, () => {
        answeredByThemselves(consult);
      });
    },
    join,
    leave: (session, { callId }) => {
      byAgent.delete(session.agentId);
      session.tell(happening.customerRelease(callId));
    },
    end: (session, consult) => {
      byAgent.delete(consult.agentId);
      hangUpColleague(consult);
      session.tell(happening.customerRelease(consult.callId));
    },
  };
}
