import { happening } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { PhoneBehaviour } from '../inspection/phone.ts';
import type { Phones } from '../inspection/phones.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import { hasRings } from './agentLine.ts';
import type { AgentLine } from './agentLine.ts';
import { callOnWire } from './call.ts';
import type { Call } from './call.ts';
import type { CallEnds } from './callEnds.ts';
import type { CallRequest, Calls } from './calls.ts';

export interface CallOffersOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly sessions: Sessions;
  readonly phones: Phones;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly line: AgentLine;
  readonly ends: CallEnds;
}

/** Brings calls to agents, until they talk or do not answer. */
export interface CallOffers {
  /** Called with each call whose parties begin to talk at an agent with a client. */
  onTalk(watcher: (call: Call) => void): void;
  /** A call comes to an idle agent; throws when they are not idle. */
  offer(workNo: string, request?: CallRequest): Call;
  /** The agent answers what rings at them. */
  answer(call: Call): void;
  /** The two parties talk from now on. */
  connect(call: Call): void;
  /** Does something in `ms` milliseconds, if the agent has the call then and has not answered it. */
  whileOffered(call: Call, ms: number, act: () => void): void;
}

/**
 * The offers to all agents. The order on an incoming call is the one a client notes: Busy, Alerting, Offhook
 * (protocol.md 3.1 step 4).
 */
export function createCallOffers({ centre, calls, sessions, phones, clock, timings, line, ends }: CallOffersOptions): CallOffers {
  const talkWatchers: ((call: Call) => void)[] = [];

  function whileOffered(call: Call, ms: number, act: () => void): void {
    clock.after(ms, () => {
      const now = calls.withId(call.callId);
      if (now?.workNo === call.workNo && now.answeredAt === null) act();
    });
  }

  function offer(workNo: string, request: CallRequest = {}): Call {
    const { state } = centre.existing(workNo);
    if (state !== 'idle') throw new Error(`Agent ${workNo} cannot be called: they are ${state}`);
    const call = calls.open(workNo, request);
    const session = sessions.of(workNo);
    if (session === null) {
      line.move(workNo, 'answering');
      return call;
    }
    line.move(workNo, 'preoccupied');
    session.tell(happening.busy);
    whileOffered(call, timings.ring, () => {
      ring(call, session);
    });
    return call;
  }

  function ring(call: Call, session: Session): void {
    const phone: PhoneBehaviour = hasRings(session) ? phones.of(call.workNo) : { kind: 'longCall' };
    if (phone.kind === 'busy' || phone.kind === 'unplugged') {
      session.tell(happening.phoneBusy);
      ends.notRung(call, '5');
      return;
    }
    line.move(call.workNo, 'answering');
    if (phone.kind !== 'longCall') session.tell(happening.phoneAlerting);
    session.tell(session.flags.autoAnswer ? happening.autoAnswer(callOnWire(call)) : happening.ringing(callOnWire(call)));
    whileOffered(call, timings.ringTimeout, () => {
      ends.notAnswered(call, '2');
    });
    awaitPhone(call, session, phone);
  }

  /** With autoanswer the call is answered as soon as the phone is off-hook; without it, only by `answer`. */
  function awaitPhone(call: Call, session: Session, phone: PhoneBehaviour): void {
    if (phone.kind === 'declines') {
      whileOffered(call, phone.afterMs, () => {
        ends.notAnswered(call, '7');
      });
    } else if (session.flags.autoAnswer && (phone.kind === 'longCall' || phone.kind === 'picksUp')) {
      whileOffered(call, phone.kind === 'longCall' ? 0 : phone.afterMs, () => {
        answer(call);
      });
    }
  }

  function answer(call: Call): void {
    const session = sessions.of(call.workNo);
    if (session !== null && hasRings(session)) session.tell(happening.phoneOffhook);
    connect(call);
    const peer = ends.peerOf(call);
    if (peer !== null) connect(peer);
  }

  function connect(call: Call): void {
    line.move(call.workNo, 'talking');
    const session = sessions.of(call.workNo);
    if (session === null) return;
    session.tell(happening.talking(callOnWire(call)));
    for (const watcher of talkWatchers) watcher(call);
  }

  return {
    onTalk: (watcher) => {
      talkWatchers.push(watcher);
    },
    offer,
    answer,
    connect,
    whileOffered,
  };
}
