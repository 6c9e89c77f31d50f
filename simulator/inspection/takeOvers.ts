import { happening } from '../agentEvent.ts';
import type { Call } from '../call/call.ts';
import type { CallDesk } from '../call/callDesk.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Chats } from './chats.ts';
import type { Inspection } from './inspection.ts';
import type { OngoingInspections } from './ongoingInspections.ts';

export interface TakeOversOptions {
  readonly calls: CallDesk;
  readonly chats: Chats;
  readonly ongoing: OngoingInspections;
}

/** How an inspector comes to have what an agent had. */
export interface TakeOvers {
  /** The inspector takes over the call, or the chat, that they have been inspecting; `callId` null: whichever it is. */
  intercept(session: Session, inspection: Inspection, callId: string | null): Retcode;
  /** An inspector has this call from now on; whoever else inspects its agent loses it. */
  takeOver(call: Call, inspector: string): void;
}

/** What all inspectors take over. */
export function createTakeOvers({ calls, chats, ongoing }: TakeOversOptions): TakeOvers {
  function takeOver(call: Call, inspector: string): void {
    for (const inspection of ongoing.on(call.workNo)) if (inspection.media === 'voice') inspection.end('callTakenOver');
    calls.takeOver(call, inspector);
  }

  function takeCall(session: Session, inspection: Inspection, callId: string | null): Retcode {
    const call = calls.talking(inspection.workNo);
    if (call === null || (callId !== null && callId !== call.callId)) return retcode.qcResourceUnavailable;
    inspection.endInSilence('tookCall');
    takeOver(call, session.agentId);
    session.tell(happening.record);
    return retcode.success;
  }

  /** Without a call ID the agent's only chat is meant. */
  function takeChat(session: Session, inspection: Inspection, callId: string | null): Retcode {
    const own = chats.of(inspection.workNo);
    const chat = callId === null && own.length === 1 ? own[0] : own.find((each) => each.callId === callId);
    if (chat === undefined) return retcode.qcResourceUnavailable;
    inspection.end('stopped');
    chats.hand(chat, session.agentId);
    return retcode.success;
  }

  return {
    intercept: (session, inspection, callId) =>
      inspection.media === 'voice' ? takeCall(session, inspection, callId) : takeChat(session, inspection, callId),
    takeOver,
  };
}
