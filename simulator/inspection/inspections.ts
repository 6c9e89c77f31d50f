import type { InspectedMedia, InspectionMode } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { Journal } from '../journal/journal.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Timings } from '../timings.ts';
import type { Chats } from './chats.ts';
import { createInspection } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import { inspectionEffects } from './inspectionEffects.ts';
import type { InspectionRules } from './inspectionRules.ts';
import { letInspectionsEnd } from './inspectionsEnd.ts';
import { obstacle } from './obstacle.ts';
import type { OngoingInspections } from './ongoingInspections.ts';
import type { PhoneBehaviour } from './phone.ts';
import type { Phones } from './phones.ts';
import { createTakeOvers } from './takeOvers.ts';
import type { TakeOvers } from './takeOvers.ts';
import { targetRefusal } from './target.ts';

export interface InspectionsOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: CallDesk;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly rules: InspectionRules;
  readonly phones: Phones;
  readonly chats: Chats;
  readonly journal: Journal;
  readonly ongoing: OngoingInspections;
}

/** What inspectors ask for, and their phones. */
export interface Inspections extends Pick<TakeOvers, 'takeOver'> {
  /** Null: the inspector has none. */
  of(inspector: string): Inspection | null;
  /** The inspection of this inspector; throws when they have none. */
  existing(inspector: string): Inspection;
  inspectorsOf(workNo: string): string[];
  /** addSupervise, addInsert: accepted (0) means that the phone will be called, nothing more. */
  begin(session: Session, workNo: string, mode: 'listen' | 'insert', media: InspectedMedia): Retcode;
  /**
   * requestWhisperAgent. Its page has 900-004 for an agent of whom nothing is known, and no 900-005: a state that
   * does not fit gets 900-003.
   */
  whisper(session: Session, workNo: string): Retcode;
  /** stopSuperviseOrInsert: its page lists no 900-005, so a stop without its inspection gets 900-003. */
  stop(session: Session, workNo: string, media: InspectedMedia): Retcode;
  stopWhisper(session: Session, workNo: string): Retcode;
  /** switchSuperviseOrInsert: from listening to inserting and back. */
  toggle(session: Session, workNo: string): Retcode;
  /** requestSwitchInsertWhisperAgent: goes on in another of the three modes. */
  switchTo(session: Session, workNo: string, mode: InspectionMode): Retcode;
  /** intercept: the inspector takes over the call, or the chat, that they have been inspecting; `callId` null: whichever it is. */
  intercept(session: Session, workNo: string, media: InspectedMedia, callId: string | null): Retcode;
  /** The inspector puts the phone down, or rejects the ring; throws when it neither rings nor is off-hook. */
  hangUp(inspector: string): void;
}

/** Nobody inspects yet. */
export function createInspections(options: InspectionsOptions): Inspections {
  const { centre, clock, timings, rules, phones, ongoing } = options;
  const { intercept, takeOver } = createTakeOvers(options);
  letInspectionsEnd(options);

  function existing(inspector: string): Inspection {
    const inspection = ongoing.of(inspector);
    if (inspection === null) throw new RangeError(`Agent ${inspector} has no listen`);
    return inspection;
  }

  /** What this inspector is doing with this agent; null: nothing. */
  function ownOn(session: Session, workNo: string, media: InspectedMedia): Inspection | null {
    const inspection = ongoing.of(session.agentId);
    return inspection?.workNo === workNo && inspection.media === media ? inspection : null;
  }

  function refusal(session: Session, workNo: string): Retcode | null {
    return targetRefusal(session, workNo, centre, rules);
  }

  function start(session: Session, workNo: string, mode: InspectionMode, media: InspectedMedia): Retcode {
    const inspector = session.agentId;
    const phone = phoneFor(session, media);
    if (phone.kind === 'unplugged') return retcode.qcResourceUnavailable;
    const effects = inspectionEffects(options, session, workNo, media, () => {
      ongoing.remove(inspector);
    });
    const inspection = createInspection({ mode, media, inspector, workNo, phone, clock, timings, effects });
    ongoing.add(inspection);
    inspection.start();
    return retcode.success;
  }

  /** A chat is read, not heard: no phone is called, as on a long-call line. */
  function phoneFor(session: Session, media: InspectedMedia): PhoneBehaviour {
    const behaviour = phones.of(session.agentId);
    if (media === 'text') return { kind: 'longCall' };
    return session.releasePhone || behaviour.kind === 'unplugged' ? behaviour : { kind: 'longCall' };
  }

  function switchMode(session: Session, workNo: string, mode: InspectionMode, from: readonly InspectionMode[]): Retcode {
    const inspection = ownOn(session, workNo, 'voice');
    if (inspection?.step() !== 'listening' || !from.includes(inspection.mode())) return retcode.qcResourceUnavailable;
    if (inspection.mode() !== mode) inspection.switchTo(mode);
    return retcode.success;
  }

  function stop(session: Session, workNo: string, modes: readonly InspectionMode[], media: InspectedMedia): Retcode {
    const refused = refusal(session, workNo);
    if (refused !== null) return refused;
    const inspection = ownOn(session, workNo, media);
    if (inspection === null || !modes.includes(inspection.mode())) return retcode.qcResourceUnavailable;
    inspection.end('stopped');
    return retcode.success;
  }

  return {
    of: ongoing.of,
    existing,
    inspectorsOf: (workNo) => ongoing.on(workNo).map(({ inspector }) => inspector),
    begin: (session, workNo, mode, media) => obstacle(options, session, workNo, media) ?? start(session, workNo, mode, media),
    whisper: (session, workNo) => {
      if (!session.account.whisperRight) return retcode.noQcRight;
      const refused = withAgentInformation(obstacle(options, session, workNo, 'voice'));
      if (refused === retcode.qcStateError) return retcode.qcResourceUnavailable;
      return refused ?? start(session, workNo, 'whisper', 'voice');
    },
    stop: (session, workNo, media) => stop(session, workNo, ['listen', 'insert'], media),
    stopWhisper: (session, workNo) => stop(session, workNo, ['whisper'], 'voice'),
    toggle: (session, workNo) => {
      const mode = ongoing.of(session.agentId)?.mode() === 'listen' ? 'insert' : 'listen';
      return refusal(session, workNo) ?? switchMode(session, workNo, mode, ['listen', 'insert']);
    },
    switchTo: (session, workNo, mode) => {
      if (mode === 'whisper' && !session.account.whisperRight) return retcode.noQcRight;
      return withAgentInformation(refusal(session, workNo)) ?? switchMode(session, workNo, mode, ['listen', 'insert', 'whisper']);
    },
    intercept: (session, workNo, media, callId) => {
      const refused = refusal(session, workNo);
      if (refused !== null) return refused;
      const inspection = ownOn(session, workNo, media);
      return inspection?.step() === 'listening' ? intercept(session, inspection, callId) : retcode.qcResourceUnavailable;
    },
    takeOver,
    hangUp: (inspector) => {
      const inspection = existing(inspector);
      if (inspection.media === 'text') throw new Error(`${inspector} inspects a chat: no phone is off-hook`);
      const step = inspection.step();
      switch (step) {
        case 'ringing':
          inspection.end('declined');
          return;
        case 'listening':
          inspection.end('hungUp');
          return;
        case 'accepted':
        case 'callingPhone':
        case 'ended':
          throw new Error(`The phone of ${inspector} neither rings nor is off-hook: ${step}`);
      }
    },
  };
}

/** The pages of the whisper family have a code of its own for an agent of whom nothing is known. */
function withAgentInformation(refusal: Retcode | null): Retcode | null {
  return refusal === retcode.qcResourceUnavailable ? retcode.qcNoAgentInformation : refusal;
}
