import { happening } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { PhoneBehaviour } from '../inspection/phone.ts';
import type { Phones } from '../inspection/phones.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Session } from '../session/session.ts';
import type { Timings } from '../timings.ts';
import { AgentLine, hasRings } from './agentLine.ts';
import { callOnWire } from './call.ts';
import type { Call } from './call.ts';
import type { Calls, CallRequest } from './calls.ts';

export interface CallDeskDeps {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly sessions: Sessions;
  readonly phones: Phones;
  readonly clock: Clock;
  readonly timings: Timings;
  /** Puts an agent into a state, from which they live on. */
  readonly move: (workNo: string, state: AgentState, reason: number) => void;
}

/** Who ends a call; `agentsPhone`: the agent puts the phone down. */
export type EndedBy = 'customer' | 'agent' | 'agentsPhone' | 'platform';

/** Why an offered call was not answered: reasons of AgentState_SetNotReady_Success (protocol.md 2.2). */
type NotAnswered = '2' | '5' | '7';

/**
 * Brings calls to agents and ends them. An agent with a client is told every step (protocol.md 2.2, 4); the others
 * only change state. The order on an incoming call is the one a client notes: Busy, Alerting, Offhook (protocol.md 3.1 step 4).
 */
export class CallDesk {
  readonly #here: CallDeskDeps;
  readonly #line: AgentLine;
  readonly #talkWatchers: ((call: Call) => void)[] = [];
  readonly #unansweredWatchers: ((call: Call) => void)[] = [];

  constructor(deps: CallDeskDeps) {
    this.#here = deps;
    this.#line = new AgentLine(deps);
    // Who is signed out leaves the colleague at the other end alone.
    deps.sessions.onEnd(({ agentId }) => {
      const call = this.of(agentId);
      const peer = call === undefined ? undefined : this.#peerOf(call);
      if (peer !== undefined) this.#endOneSide(peer, 'customer');
    });
  }

  /** Called with each call whose parties begin to talk at an agent with a client. */
  onTalk(watcher: (call: Call) => void): void {
    this.#talkWatchers.push(watcher);
  }

  /** Called with each call that its agent has not answered, or could not, when they have it no more. */
  onUnanswered(watcher: (call: Call) => void): void {
    this.#unansweredWatchers.push(watcher);
  }

  of(workNo: string): Call | undefined {
    return this.#here.calls.of(workNo);
  }

  withId(callId: string): Call | undefined {
    return this.#here.calls.withId(callId);
  }

  /** The call of an agent who talks. */
  talking(workNo: string): Call | undefined {
    return this.#here.centre.agent(workNo)?.state === 'talking' ? this.of(workNo) : undefined;
  }

  /** The call an agent has been offered and has not answered. */
  ringing(workNo: string): Call | undefined {
    return this.#here.centre.agent(workNo)?.state === 'answering' ? this.of(workNo) : undefined;
  }

  /** A call comes to an idle agent. */
  offer(workNo: string, wish: CallRequest = {}): Call {
    const { state } = this.#here.centre.existing(workNo);
    if (state !== 'idle') throw new Error(`Agent ${workNo} cannot be called: they are ${state}`);
    const call = this.#here.calls.open(workNo, wish);
    const session = this.#here.sessions.of(workNo);
    if (session === undefined) {
      this.#line.move(workNo, 'answering');
      return call;
    }
    this.#line.move(workNo, 'preoccupied');
    session.tell(happening.busy);
    this.#whileOffered(call, this.#here.timings.ring, () => {
      this.#ring(call, session);
    });
    return call;
  }

  /** The agent calls out; `called` is a number, or a colleague's work number on an inner call. */
  callOut(session: Session, called: string, kind: 'outbound' | 'inner'): void {
    const { calls, timings } = this.#here;
    const call = calls.open(session.agentId, { kind, caller: session.agentId, called });
    this.#line.move(session.agentId, 'preoccupied');
    session.tell(happening.busy);
    this.#whileOffered(call, timings.ring, () => {
      if (hasRings(session)) session.tell(happening.phoneAlerting, happening.phoneOffhook);
      this.#line.move(session.agentId, 'occupied');
      if (kind === 'inner') this.#ringColleague(call, session);
      else this.#ringCustomer(call, session);
    });
  }

  /** The agent answers what rings at them. */
  answer(call: Call): void {
    const session = this.#here.sessions.of(call.workNo);
    if (session !== undefined && hasRings(session)) session.tell(happening.phoneOffhook);
    this.#connect(call);
    const peer = this.#peerOf(call);
    if (peer !== undefined) this.#connect(peer);
  }

  /** The agent's phone is put down: a call that rings is thereby refused. */
  hangUp(call: Call): void {
    if (this.ringing(call.workNo) === undefined) this.end(call, 'agentsPhone');
    else this.#notAnswered(call, '7');
  }

  /** The agent lets the call ring until the platform gives up. */
  letRing(call: Call): void {
    this.#notAnswered(call, '2');
  }

  /** A call ends for both sides. */
  end(call: Call, by: EndedBy): void {
    const peer = this.#peerOf(call);
    this.#endOneSide(call, by);
    if (peer !== undefined) this.#endOneSide(peer, 'customer');
  }

  /** The call of one agent becomes another's, whose line is up already. */
  takeOver(call: Call, workNo: string): void {
    const before = this.#here.sessions.of(call.workNo);
    const handed = this.#here.calls.hand(call, workNo);
    before?.tell(happening.callRelease(call.callId));
    this.#line.releasePhone(before, 3);
    this.#line.leave(call.workNo);
    this.#connect(handed);
  }

  #endOneSide(call: Call, by: EndedBy): void {
    const { centre, sessions } = this.#here;
    const { callId, workNo } = call;
    const agent = happening.callRelease(callId);
    const customer = happening.customerRelease(callId);
    const session = sessions.of(workNo);
    const phoneIsUsed = centre.existing(workNo).state !== 'preoccupied';
    session?.tell(...(by === 'customer' ? [customer, agent] : [agent, customer]));
    if (phoneIsUsed) this.#line.releasePhone(session, by === 'agentsPhone' ? 2 : 3);
    this.#line.leave(workNo);
  }

  #ring(call: Call, session: Session): void {
    const { timings, phones } = this.#here;
    const phone: PhoneBehaviour = hasRings(session) ? phones.of(call.workNo) : { kind: 'longCall' };
    if (phone.kind === 'busy' || phone.kind === 'unplugged') {
      session.tell(happening.phoneBusy);
      this.#becomeBusy(call, '5');
      return;
    }
    this.#line.move(call.workNo, 'answering');
    if (phone.kind !== 'longCall') session.tell(happening.phoneAlerting);
    session.tell(session.flags.autoAnswer ? happening.autoAnswer(callOnWire(call)) : happening.ringing(callOnWire(call)));
    this.#whileOffered(call, timings.ringTimeout, () => {
      this.#notAnswered(call, '2');
    });
    this.#awaitPhone(call, session, phone);
  }

  /** With autoanswer the call is answered as soon as the phone is off-hook; without it, only by `answer`. */
  #awaitPhone(call: Call, session: Session, phone: PhoneBehaviour): void {
    if (phone.kind === 'declines') {
      this.#whileOffered(call, phone.afterMs, () => {
        this.#notAnswered(call, '7');
      });
    } else if (session.flags.autoAnswer && (phone.kind === 'longCall' || phone.kind === 'picksUp')) {
      this.#whileOffered(call, phone.kind === 'longCall' ? 0 : phone.afterMs, () => {
        this.answer(call);
      });
    }
  }

  #ringCustomer(call: Call, session: Session): void {
    session.tell(happening.customerAlerting(call.callId, call.called, ''));
    this.#whileOffered(call, this.#here.timings.customerAnswer, () => {
      this.#connect(call);
    });
  }

  #ringColleague(call: Call, session: Session): void {
    const { centre, calls, sessions, timings } = this.#here;
    if (centre.agent(call.called)?.state !== 'idle') {
      session.tell(happening.insideCallFail(call.callId));
      this.#line.releasePhone(session, 3);
      this.#line.leave(call.workNo);
      return;
    }
    const { caller, called } = call;
    session.tell(happening.customerAlerting(call.callId, '', called));
    const other = this.offer(called, { kind: 'inner', caller, called, peer: call.callId });
    calls.describe(call.callId, { peer: other.callId });
    if (sessions.of(called) !== undefined) return;
    this.#whileOffered(other, timings.customerAnswer, () => {
      this.answer(other);
    });
  }

  #connect(call: Call): void {
    this.#line.move(call.workNo, 'talking');
    const session = this.#here.sessions.of(call.workNo);
    if (session === undefined) return;
    session.tell(happening.talking(callOnWire(call)));
    for (const watcher of this.#talkWatchers) watcher(call);
  }

  #notAnswered(call: Call, reason: NotAnswered): void {
    this.#line.releasePhone(this.#here.sessions.of(call.workNo), 3);
    this.#becomeBusy(call, reason);
  }

  #becomeBusy(call: Call, reason: NotAnswered): void {
    const peer = this.#peerOf(call);
    this.#line.move(call.workNo, 'busy', Number(reason));
    this.#line.tell(call.workNo, happening.setNotReady(reason));
    if (peer !== undefined) this.#endOneSide(peer, 'customer');
    for (const watcher of this.#unansweredWatchers) watcher(call);
  }

  #peerOf(call: Call): Call | undefined {
    const peer = this.withId(call.callId)?.peer ?? call.peer;
    return peer === undefined ? undefined : this.withId(peer);
  }

  #whileOffered(call: Call, ms: number, fn: () => void): void {
    this.#here.clock.after(ms, () => {
      const now = this.withId(call.callId);
      if (now?.workNo === call.workNo && now.answeredAt === undefined) fn();
    });
  }
}
