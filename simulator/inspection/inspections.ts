import { happening } from '../agentEvent.ts';
import type { InspectedMedia, InspectionMode } from '../agentEvent.ts';
import type { Agent } from '../centre/agent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre, StateChange } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Call } from '../call/call.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { Journal } from '../journal/journal.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import type { Chats } from './chats.ts';
import { Inspection } from './inspection.ts';
import { inspectionEffects } from './inspectionEffects.ts';
import type { InspectionEnd } from './listenEnd.ts';
import type { InspectionRules } from './inspectionRules.ts';
import type { PhoneBehaviour } from './phone.ts';
import type { Phones } from './phones.ts';
import { inspectorRefusal, targetRefusal } from './target.ts';

export interface InspectionDeps {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: CallDesk;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly rules: InspectionRules;
  readonly phones: Phones;
  readonly chats: Chats;
  readonly journal: Journal;
  /** By inspector. */
  readonly ongoing: Map<string, Inspection>;
}

/** The inspections that are going on, at most one per inspector. */
export class Inspections {
  readonly #here: InspectionDeps;
  readonly #inspections: Map<string, Inspection>;

  constructor(deps: InspectionDeps) {
    this.#here = deps;
    this.#inspections = deps.ongoing;
    deps.centre.onChange((change) => {
      this.#agentChanged(change);
    });
    deps.centre.onMove((agent) => {
      this.#agentMoved(agent);
    });
    deps.chats.onLastEnd((workNo) => {
      if (deps.rules.endsWithCall) this.#endAll(workNo, 'text', 'callEnded');
    });
    deps.sessions.onEnd((session) => {
      this.of(session.agentId)?.endInSilence('sessionOver');
    });
  }

  of(inspector: string): Inspection | undefined {
    return this.#inspections.get(inspector);
  }

  /** The inspection of this inspector; throws when they have none. */
  existing(inspector: string): Inspection {
    const inspection = this.of(inspector);
    if (inspection === undefined) throw new RangeError(`Agent ${inspector} has no listen`);
    return inspection;
  }

  inspectorsOf(workNo: string): string[] {
    return this.#of(workNo).map((inspection) => inspection.inspector);
  }

  /** addSupervise, addInsert: accepted (0) means that the phone will be called, nothing more. */
  begin(session: Session, workNo: string, mode: 'listen' | 'insert', media: InspectedMedia): Retcode {
    return this.#obstacle(session, workNo, media) ?? this.#start(session, workNo, mode, media);
  }

  /**
   * requestWhisperAgent. Its page has 900-004 for an agent of whom nothing is known, and no 900-005: a state that
   * does not fit gets 900-003.
   */
  whisper(session: Session, workNo: string): Retcode {
    if (!session.account.whisperRight) return retcode.noQcRight;
    const obstacle = withAgentInformation(this.#obstacle(session, workNo, 'voice'));
    if (obstacle === retcode.qcStateError) return retcode.qcResourceUnavailable;
    return obstacle ?? this.#start(session, workNo, 'whisper', 'voice');
  }

  /** stopSuperviseOrInsert: its page lists no 900-005, so a stop without its inspection gets 900-003. */
  stop(session: Session, workNo: string, media: InspectedMedia): Retcode {
    return this.#stop(session, workNo, ['listen', 'insert'], media);
  }

  stopWhisper(session: Session, workNo: string): Retcode {
    return this.#stop(session, workNo, ['whisper'], 'voice');
  }

  /** switchSuperviseOrInsert: from listening to inserting and back. */
  toggle(session: Session, workNo: string): Retcode {
    const inspection = this.of(session.agentId);
    const mode = inspection?.mode === 'listen' ? 'insert' : 'listen';
    return this.#refusal(session, workNo) ?? this.#switch(session, workNo, mode, ['listen', 'insert']);
  }

  /** requestSwitchInsertWhisperAgent: goes on in another of the three modes. */
  switchTo(session: Session, workNo: string, mode: InspectionMode): Retcode {
    if (mode === 'whisper' && !session.account.whisperRight) return retcode.noQcRight;
    return withAgentInformation(this.#refusal(session, workNo)) ?? this.#switch(session, workNo, mode, ['listen', 'insert', 'whisper']);
  }

  /** intercept: the inspector takes over the call, or the chat, that they have been inspecting. */
  intercept(session: Session, workNo: string, media: InspectedMedia, callId: string | undefined): Retcode {
    const refusal = this.#refusal(session, workNo);
    if (refusal !== undefined) return refusal;
    const inspection = this.#own(session, workNo, media);
    if (inspection?.step !== 'listening') return retcode.qcResourceUnavailable;
    return media === 'voice' ? this.#takeCall(session, inspection, callId) : this.#takeChat(session, inspection, callId);
  }

  /** An inspector has this call from now on; whoever else inspects its agent loses it. */
  takeOver(call: Call, inspector: string): void {
    this.#endAll(call.workNo, 'voice', 'callTakenOver');
    this.#here.calls.takeOver(call, inspector);
  }

  /** The inspector puts the phone down, or rejects the ring. */
  hangUp(inspector: string): void {
    const inspection = this.existing(inspector);
    if (inspection.media === 'text') throw new Error(`${inspector} inspects a chat: no phone is off-hook`);
    switch (inspection.step) {
      case 'ringing':
        inspection.end('declined');
        return;
      case 'listening':
        inspection.end('hungUp');
        return;
      case 'accepted':
      case 'callingPhone':
      case 'ended':
        throw new Error(`The phone of ${inspector} neither rings nor is off-hook: ${inspection.step}`);
    }
  }

  #of(workNo: string): Inspection[] {
    return [...this.#inspections.values()].filter((inspection) => inspection.workNo === workNo);
  }

  /** What this inspector is doing with this agent. */
  #own(session: Session, workNo: string, media: InspectedMedia): Inspection | undefined {
    const inspection = this.of(session.agentId);
    return inspection?.workNo === workNo && inspection.media === media ? inspection : undefined;
  }

  /** Of several obstacles, which is told is not documented; here the inspector's own first. */
  #obstacle(session: Session, workNo: string, media: InspectedMedia): Retcode | undefined {
    const { centre, rules, chats } = this.#here;
    const isIdle = centre.existing(session.agentId).state === 'idle';
    const refusal = inspectorRefusal(session, workNo) ?? (isIdle ? this.#refusal(session, workNo) : retcode.qcStateError);
    if (refusal !== undefined) return refusal;
    const canChat = chats.canChat(session.agentId) && chats.canChat(workNo);
    if (media === 'text' && !canChat) return retcode.qcResourceUnavailable;
    const hasTalk = media === 'voice' ? isInCall(centre.existing(workNo).state) : chats.of(workNo).length > 0;
    return hasTalk || rules.listenToIdle ? undefined : retcode.qcStateError;
  }

  #refusal(session: Session, workNo: string): Retcode | undefined {
    return targetRefusal(session, workNo, this.#here.centre, this.#here.rules);
  }

  #start(session: Session, workNo: string, mode: InspectionMode, media: InspectedMedia): Retcode {
    const { clock, timings } = this.#here;
    const phone = this.#phoneFor(session, media);
    if (phone.kind === 'unplugged') return retcode.qcResourceUnavailable;
    const effects = inspectionEffects(this.#here, session, workNo, media, () => {
      this.#inspections.delete(session.agentId);
    });
    const inspection = new Inspection({ mode, media, inspector: session.agentId, workNo, phone, clock, timings, effects });
    this.#inspections.set(session.agentId, inspection);
    inspection.start();
    return retcode.success;
  }

  /** A chat is read, not heard: no phone is called, as on a long-call line. */
  #phoneFor(session: Session, media: InspectedMedia): PhoneBehaviour {
    const behaviour = this.#here.phones.of(session.agentId);
    if (media === 'text') return { kind: 'longCall' };
    return session.releasePhone || behaviour.kind === 'unplugged' ? behaviour : { kind: 'longCall' };
  }

  #switch(session: Session, workNo: string, mode: InspectionMode, from: readonly InspectionMode[]): Retcode {
    const inspection = this.#own(session, workNo, 'voice');
    if (inspection?.step !== 'listening' || !from.includes(inspection.mode)) return retcode.qcResourceUnavailable;
    if (inspection.mode !== mode) inspection.switchTo(mode);
    return retcode.success;
  }

  #stop(session: Session, workNo: string, modes: readonly InspectionMode[], media: InspectedMedia): Retcode {
    const refusal = this.#refusal(session, workNo);
    if (refusal !== undefined) return refusal;
    const inspection = this.#own(session, workNo, media);
    if (inspection === undefined || !modes.includes(inspection.mode)) return retcode.qcResourceUnavailable;
    inspection.end('stopped');
    return retcode.success;
  }

  #takeCall(session: Session, inspection: Inspection, callId: string | undefined): Retcode {
    const call = this.#here.calls.talking(inspection.workNo);
    if (call === undefined || (callId !== undefined && callId !== call.callId)) return retcode.qcResourceUnavailable;
    inspection.endInSilence('tookCall');
    this.takeOver(call, session.agentId);
    session.tell(happening.record);
    return retcode.success;
  }

  /** Without a call ID the agent's only chat is meant. */
  #takeChat(session: Session, inspection: Inspection, callId: string | undefined): Retcode {
    const own = this.#here.chats.of(inspection.workNo);
    const chat = callId === undefined && own.length === 1 ? own[0] : own.find((each) => each.callId === callId);
    if (chat === undefined) return retcode.qcResourceUnavailable;
    inspection.end('stopped');
    this.#here.chats.hand(chat, session.agentId);
    return retcode.success;
  }

  #endAll(workNo: string, media: InspectedMedia, reason: InspectionEnd): void {
    for (const inspection of this.#of(workNo)) if (inspection.media === media) inspection.end(reason);
  }

  #agentChanged({ agent, from, to }: StateChange): void {
    if (to === 'signedOut') for (const inspection of this.#of(agent.workNo)) inspection.end('agentSignedOut');
    else if (isInCall(from) && !isInCall(to) && this.#here.rules.endsWithCall) this.#endAll(agent.workNo, 'voice', 'callEnded');
  }

  #agentMoved(agent: Agent): void {
    if (!this.#here.rules.endsWithMove) return;
    for (const inspection of this.#of(agent.workNo)) inspection.end('agentMoved');
  }
}

/** The pages of the whisper family have a code of its own for an agent of whom nothing is known. */
function withAgentInformation(refusal: Retcode | undefined): Retcode | undefined {
  return refusal === retcode.qcResourceUnavailable ? retcode.qcNoAgentInformation : refusal;
}
