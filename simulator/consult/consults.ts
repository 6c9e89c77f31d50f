import { happening } from '../agentEvent.ts';
import type { CallDesk } from '../call/callDesk.ts';
import { callOnWire, featureOf } from '../call/call.ts';
import type { Call } from '../call/call.ts';
import type { Calls } from '../call/calls.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre, StateChange } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import type { Consult, Consulted } from './consult.ts';

export interface ConsultDeps {
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
export class Consults {
  readonly #here: ConsultDeps;
  readonly #byAgent = new Map<string, Consult>();
  #begun = 0;

  constructor(deps: ConsultDeps) {
    this.#here = deps;
    deps.centre.onChange((change) => {
      this.#stateChanged(change);
    });
  }

  of(agentId: string): Consult | undefined {
    return this.#byAgent.get(agentId);
  }

  /** Holds the agent's call and calls the other. */
  begin(session: Session, call: Call, consulted: Consulted, joinsAtOnce: boolean): Retcode {
    if (this.of(session.agentId) !== undefined) return retcode.operationException;
    if (!call.held) this.#hold(session, call);
    if (consulted.kind === 'agent' && this.#here.centre.agent(consulted.workNo)?.state !== 'idle') {
      session.tell(happening.consultFail);
      return retcode.success;
    }
    const callId = consulted.kind === 'agent' ? this.#ring(session, consulted.workNo) : this.#dial();
    const consult: Consult = { agentId: session.agentId, mainCallId: call.callId, callId, consulted, joinsAtOnce, step: 'calling' };
    this.#byAgent.set(session.agentId, consult);
    const [workNo, number] = consulted.kind === 'agent' ? [consulted.workNo, ''] : ['', consulted.number];
    session.tell(happening.customerAlerting(callId, number, workNo));
    this.#here.clock.after(this.#here.timings.customerAnswer, () => {
      this.#answeredByHimself(consult);
    });
    return retcode.success;
  }

  /** confJoin: the held call and the other leg become one talk of three. */
  join(session: Session, heldCallId: string): Retcode {
    const consult = this.of(session.agentId);
    if (consult?.step !== 'talking') return retcode.nothingToJoin;
    if (consult.mainCallId !== heldCallId) return retcode.noHeldCallToJoin;
    this.#join(session, consult);
    return retcode.success;
  }

  /** connectHold: the held call goes on without the agent, who leaves both. */
  connectHold(session: Session, heldCallId: string): Retcode {
    const consult = this.of(session.agentId);
    if (consult?.mainCallId !== heldCallId) return retcode.nothingToHold;
    if (consult.step === 'calling') return retcode.holdStateError;
    this.#byAgent.delete(session.agentId);
    session.tell(happening.customerRelease(consult.callId));
    const main = this.#here.desk.withId(heldCallId);
    if (main !== undefined) this.#here.desk.end(main, 'agent');
    return retcode.success;
  }

  /** Ends the other leg, and takes the customer back from hold. */
  takeBack(session: Session, consult: Consult): void {
    this.end(session, consult);
    const main = this.#here.desk.withId(consult.mainCallId);
    if (main === undefined) return;
    this.#here.calls.describe(main.callId, { held: false });
    session.tell(happening.talking(callOnWire(main)));
  }

  /** Ends the other leg; the customer stays held. */
  end(session: Session, consult: Consult): void {
    this.#byAgent.delete(consult.agentId);
    this.#hangUpColleague(consult);
    session.tell(happening.customerRelease(consult.callId));
  }

  #hold(session: Session, call: Call): void {
    this.#here.calls.describe(call.callId, { held: true });
    session.tell(happening.held(call.callId));
  }

  #ring(session: Session, workNo: string): string {
    return this.#here.desk.offer(workNo, { kind: 'inner', caller: session.agentId, called: workNo }).callId;
  }

  #dial(): string {
    this.#begun += 1;
    return `${String(Math.floor(this.#here.clock.now() / 1_000))}-8${String(this.#begun)}`;
  }

  /** Outside, and at a colleague without a client, somebody answers in their time. */
  #answeredByHimself(begun: Consult): void {
    const consult = this.of(begun.agentId);
    if (consult?.callId !== begun.callId || consult.step !== 'calling') return;
    if (consult.consulted.kind === 'number') {
      this.#connect(consult);
      return;
    }
    const { desk, sessions } = this.#here;
    const call = desk.ringing(consult.consulted.workNo);
    if (sessions.of(consult.consulted.workNo) === undefined && call?.callId === consult.callId) desk.answer(call);
  }

  #connect(consult: Consult): void {
    const session = this.#here.sessions.of(consult.agentId);
    if (session === undefined) return;
    const talking: Consult = { ...consult, step: 'talking' };
    this.#byAgent.set(consult.agentId, talking);
    const called = consult.consulted.kind === 'agent' ? consult.consulted.workNo : consult.consulted.number;
    session.tell(
      happening.talking({
        callId: consult.callId,
        caller: consult.agentId,
        called,
        feature: String(featureOf(consult.consulted.kind === 'agent' ? 'inner' : 'outbound')),
      }),
    );
    if (consult.joinsAtOnce) this.#join(session, talking);
  }

  #join(session: Session, consult: Consult): void {
    this.#byAgent.set(consult.agentId, { ...consult, step: 'joined' });
    this.#here.calls.describe(consult.mainCallId, { held: false });
    session.tell(happening.conference(consult.mainCallId));
  }

  #stateChanged({ agent, from, to }: StateChange): void {
    const own = this.of(agent.workNo);
    if (own !== undefined && !isInCall(to)) {
      this.#byAgent.delete(agent.workNo);
      this.#hangUpColleague(own);
    }
    const others = [...this.#byAgent.values()].find(({ consulted }) => consulted.kind === 'agent' && consulted.workNo === agent.workNo);
    if (others === undefined) return;
    if (to === 'talking' && others.step === 'calling') this.#connect(others);
    else if (isInCall(from) && !isInCall(to)) this.#colleagueGone(others);
  }

  #colleagueGone(consult: Consult): void {
    this.#byAgent.delete(consult.agentId);
    const session = this.#here.sessions.of(consult.agentId);
    session?.tell(consult.step === 'calling' ? happening.consultFail : happening.customerRelease(consult.callId));
  }

  #hangUpColleague({ callId }: Consult): void {
    const call = this.#here.desk.withId(callId);
    if (call !== undefined) this.#here.desk.end(call, 'customer');
  }
}
