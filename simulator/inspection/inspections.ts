import { happening } from '../agentEvent.ts';
import type { InspectionMode } from '../agentEvent.ts';
import type { Agent } from '../centre/agent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre, StateChange } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Call } from '../call/call.ts';
import type { CallDesk } from '../call/callDesk.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import { Inspection } from './inspection.ts';
import type { InspectionEffects } from './inspection.ts';
import type { InspectionRules } from './inspectionRules.ts';
import type { PhoneBehaviour } from './phone.ts';
import type { Phones } from './phones.ts';

export interface InspectionSurroundings {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: CallDesk;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly rules: InspectionRules;
  readonly phones: Phones;
  /** By inspector. */
  readonly ongoing: Map<string, Inspection>;
}

/** The inspections that are going on, at most one per inspector. */
export class Inspections {
  readonly #here: InspectionSurroundings;
  readonly #inspections: Map<string, Inspection>;

  constructor(surroundings: InspectionSurroundings) {
    this.#here = surroundings;
    this.#inspections = surroundings.ongoing;
    surroundings.centre.onChange((change) => {
      this.#agentChanged(change);
    });
    surroundings.centre.onMove((agent) => {
      this.#agentMoved(agent);
    });
    surroundings.sessions.onEnd((session) => {
      this.of(session.agentId)?.endInSilence();
    });
  }

  of(inspector: string): Inspection | undefined {
    return this.#inspections.get(inspector);
  }

  /** The inspection of this inspector; throws when he has none. */
  existing(inspector: string): Inspection {
    const inspection = this.of(inspector);
    if (inspection === undefined) throw new RangeError(`Agent ${inspector} has no listen`);
    return inspection;
  }

  inspectorsOf(workNo: string): string[] {
    return this.#of(workNo).map((inspection) => inspection.inspector);
  }

  /** addSupervise, addInsert: accepted (0) means that the phone will be called, nothing more. */
  begin(session: Session, workNo: string, mode: 'listen' | 'insert'): Retcode {
    return this.#obstacle(session, workNo) ?? this.#start(session, workNo, mode);
  }

  /**
   * requestWhisperAgent. Its page has 900-004 for an agent of whom nothing is known, and no 900-005: a state that
   * does not fit gets 900-003.
   */
  whisper(session: Session, workNo: string): Retcode {
    const obstacle = this.#obstacle(session, workNo);
    if (obstacle === retcode.qcStateError) return retcode.qcResourceUnavailable;
    if (obstacle === retcode.qcResourceUnavailable) return retcode.qcNoAgentInformation;
    return obstacle ?? this.#start(session, workNo, 'whisper');
  }

  /** stopSuperviseOrInsert: its page lists no 900-005, so a stop without its inspection gets 900-003. */
  stop(session: Session, workNo: string): Retcode {
    return this.#stop(session, workNo, ['listen', 'insert']);
  }

  stopWhisper(session: Session, workNo: string): Retcode {
    return this.#stop(session, workNo, ['whisper']);
  }

  /** switchSuperviseOrInsert: from listening to inserting and back. */
  toggle(session: Session, workNo: string): Retcode {
    const inspection = this.of(session.agentId);
    return this.switchTo(session, workNo, inspection?.mode === 'listen' ? 'insert' : 'listen', ['listen', 'insert']);
  }

  /** Goes on in another of the three modes; only an inspector whose line is up can. */
  switchTo(session: Session, workNo: string, mode: InspectionMode, from: readonly InspectionMode[] = everyMode): Retcode {
    if (!session.account.inspectionRight) return retcode.noQcRight;
    const inspection = this.of(session.agentId);
    const isSwitchable = inspection?.workNo === workNo && inspection.step === 'listening' && from.includes(inspection.mode);
    if (!isSwitchable) return retcode.qcResourceUnavailable;
    if (inspection.mode !== mode) inspection.switchTo(mode);
    return retcode.success;
  }

  /** intercept: the inspector takes the call over that he has been inspecting. */
  intercept(session: Session, workNo: string, callId: string | undefined): Retcode {
    if (!session.account.inspectionRight) return retcode.noQcRight;
    const inspection = this.of(session.agentId);
    if (inspection?.workNo !== workNo || inspection.step !== 'listening') return retcode.qcResourceUnavailable;
    const call = this.#here.calls.talking(workNo);
    if (call === undefined || (callId !== undefined && callId !== call.callId)) return retcode.qcResourceUnavailable;
    inspection.endInSilence();
    this.takeOver(call, session.agentId);
    session.tell(happening.record);
    return retcode.success;
  }

  /** An inspector has this call from now on; whoever else inspects its agent loses it. */
  takeOver(call: Call, inspector: string): void {
    for (const other of this.#of(call.workNo)) other.end('callTakenOver');
    this.#here.calls.takeOver(call, inspector);
  }

  /** The inspector puts his phone down, or rejects the ring. */
  hangUp(inspector: string): void {
    const inspection = this.existing(inspector);
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

  #obstacle(session: Session, workNo: string): Retcode | undefined {
    const { centre, rules } = this.#here;
    if (!session.account.inspectionRight) return retcode.noQcRight;
    if (workNo === session.agentId) return retcode.inspectsHimself;
    if (centre.existing(session.agentId).state !== 'idle') return retcode.qcStateError;
    const target = centre.agent(workNo);
    if (target === undefined || target.state === 'signedOut') return retcode.qcResourceUnavailable;
    if (target.inspector && !rules.inspectInspectors) return retcode.noQcRight;
    return isInCall(target.state) || rules.listenToIdle ? undefined : retcode.qcStateError;
  }

  #start(session: Session, workNo: string, mode: InspectionMode): Retcode {
    const { clock, timings, phones } = this.#here;
    const behaviour = phones.of(session.agentId);
    if (behaviour.kind === 'unplugged') return retcode.qcResourceUnavailable;
    const phone: Exclude<PhoneBehaviour, { kind: 'unplugged' }> = session.releasePhone ? behaviour : { kind: 'longCall' };
    const effects = this.#effectsFor(session, workNo);
    const inspection = new Inspection({ mode, inspector: session.agentId, workNo, phone, clock, timings, effects });
    this.#inspections.set(session.agentId, inspection);
    inspection.start();
    return retcode.success;
  }

  #stop(session: Session, workNo: string, modes: readonly InspectionMode[]): Retcode {
    if (!session.account.inspectionRight) return retcode.noQcRight;
    const inspection = this.of(session.agentId);
    if (inspection?.workNo !== workNo || !modes.includes(inspection.mode)) return retcode.qcResourceUnavailable;
    inspection.end('stopped');
    return retcode.success;
  }

  #effectsFor(session: Session, workNo: string): InspectionEffects {
    const { centre, sessions, clock } = this.#here;
    return {
      tellInspector: (happened) => {
        session.tell(happened);
      },
      tellAgent: (happened) => {
        sessions.of(workNo)?.tell(happened);
      },
      inspectorEnters: (state) => {
        centre.enter(session.agentId, state, clock.now());
      },
      ended: () => {
        this.#inspections.delete(session.agentId);
      },
    };
  }

  #agentChanged({ agent, from, to }: StateChange): void {
    if (to !== 'signedOut' && (!isInCall(from) || isInCall(to))) return;
    for (const inspection of this.#of(agent.workNo)) {
      if (to === 'signedOut') inspection.end('agentSignedOut');
      else if (this.#here.rules.endsWithCall) inspection.end('callEnded');
    }
  }

  #agentMoved(agent: Agent): void {
    if (!this.#here.rules.endsWithMove) return;
    for (const inspection of this.#of(agent.workNo)) inspection.end('agentMoved');
  }
}

const everyMode: readonly InspectionMode[] = ['listen', 'insert', 'whisper'];
