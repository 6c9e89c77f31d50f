import { happening } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Sessions } from '../session/sessions.ts';
import type { AgentLine } from './agentLine.ts';
import type { Call } from './call.ts';
import type { Calls } from './calls.ts';

export interface CallEndsOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly sessions: Sessions;
  readonly line: AgentLine;
}

/** Who ends a call; `agentsPhone`: the agent puts the phone down. */
export type EndedBy = 'customer' | 'agent' | 'agentsPhone' | 'platform';

/** Why an offered call was not answered: reasons of AgentState_SetNotReady_Success (protocol.md 2.2). */
export type NotAnswered = '2' | '5' | '7';

/** How calls end, answered or not. An agent with a client is told every step (protocol.md 2.2, 4); the others only change state. */
export interface CallEnds {
  /** Called with each call that its agent has not answered, or could not, when they have it no more. */
  onUnanswered(watcher: (call: Call) => void): void;
  /** The colleague's end of an inner call that is going on; null: there is none. */
  peerOf(call: Call): Call | null;
  /** A call ends for both sides. */
  end(call: Call, by: EndedBy): void;
  /** A call ends for its agent, whatever becomes of the other side. */
  endOneSide(call: Call, by: EndedBy): void;
  /** What rang at the agent is over, and they are busy. */
  notAnswered(call: Call, reason: NotAnswered): void;
  /** The call has not even rung at the agent, who is busy. */
  notRung(call: Call, reason: NotAnswered): void;
}

/** The ends of the calls of all agents. */
export function createCallEnds({ centre, calls, sessions, line }: CallEndsOptions): CallEnds {
  const unansweredWatchers: ((call: Call) => void)[] = [];

  function peerOf(call: Call): Call | null {
    const peer = calls.withId(call.callId)?.peer ?? call.peer;
    return peer === null ? null : calls.withId(peer);
  }

  function endOneSide({ callId, workNo }: Call, by: EndedBy): void {
    const agent = happening.callRelease(callId);
    const customer = happening.customerRelease(callId);
    const phoneIsUsed = centre.existing(workNo).state !== 'preoccupied';
    sessions.of(workNo)?.tell(...(by === 'customer' ? [customer, agent] : [agent, customer]));
    if (phoneIsUsed) line.releasePhone(workNo, by === 'agentsPhone' ? 2 : 3);
    line.leave(workNo);
  }

  function becomeBusy(call: Call, reason: NotAnswered): void {
    const peer = peerOf(call);
    line.move(call.workNo, 'busy', Number(reason));
    line.tell(call.workNo, happening.setNotReady(reason));
    if (peer !== null) endOneSide(peer, 'customer');
    for (const watcher of unansweredWatchers) watcher(call);
  }

  return {
    onUnanswered: (watcher) => {
      unansweredWatchers.push(watcher);
    },
    peerOf,
    end: (call, by) => {
      const peer = peerOf(call);
      endOneSide(call, by);
      if (peer !== null) endOneSide(peer, 'customer');
    },
    endOneSide,
    notAnswered: (call, reason) => {
      line.releasePhone(call.workNo, 3);
      becomeBusy(call, reason);
    },
    notRung: becomeBusy,
  };
}
