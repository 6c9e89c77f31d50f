import { happening } from '../agentEvent.ts';
import type { Happening } from '../agentEvent.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { SkillGroup } from '../centre/agent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import { allGroups } from '../centre/skillGroups.ts';
import type { ApiEdition } from '../apiEdition.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Rest } from '../session/rest.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { InspectionRules } from './inspectionRules.ts';
import { targetRefusal } from './target.ts';

export interface ForcesOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: CallDesk;
  readonly rest: Rest;
  readonly rules: InspectionRules;
  readonly apiEdition: ApiEdition;
  /** Puts an agent into a state, from which they live on. */
  move(workNo: string, state: AgentState, reason: number): void;
}

/**
 * What an inspector can make an agent do (protocol.md 3): the pages ask for no state of the inspector but to be
 * signed in, and list 900-001 to -003 only, so whatever is impossible is 900-003.
 */
export interface Forces {
  /** forceBusy: the agent learns it as busy for reason 3, forced by an inspector. */
  busy(session: Session, workNo: string): Retcode;
  /** forceIdle */
  idle(session: Session, workNo: string): Retcode;
  /** forceRest */
  rest(session: Session, workNo: string, seconds: number, reason: number): Retcode;
  /** forceLogOutAgent: the agent's call, if any, is gone with them. */
  signOut(session: Session, workNo: string): Retcode;
  /** forceDropCall */
  dropCall(session: Session, callId: string): Retcode;
  /** adjustSkill: the skills are named by their numbers; one that the VDN has not gets 100-001, as the page lists it. */
  adjustSkills(session: Session, workNo: string, ids: readonly number[]): Retcode;
}

/** Reason 3 of AgentState_SetNotReady_Success (protocol.md 2.2). */
const forcedReason = '3';

/** What all inspectors make agents do. */
export function createForces({ centre, sessions, calls, rest, rules, apiEdition, move }: ForcesOptions): Forces {
  function obstacle(session: Session, workNo: string): Retcode | null {
    return targetRefusal(session, workNo, centre, rules);
  }

  function moveTo(workNo: string, state: 'busy' | 'idle', told: Happening): Retcode {
    if (isInCall(centre.existing(workNo).state)) return retcode.qcResourceUnavailable;
    move(workNo, state, state === 'busy' ? Number(forcedReason) : 0);
    sessions.of(workNo)?.tell(told);
    return retcode.success;
  }

  function told(documented: Happening, asClientsRead: Happening): Happening {
    return apiEdition.forceEvents === 'documented' ? documented : asClientsRead;
  }

  return {
    busy: (session, workNo) =>
      obstacle(session, workNo) ?? moveTo(workNo, 'busy', told(happening.setNotReady(forcedReason), happening.forcedNotReady)),
    idle: (session, workNo) => obstacle(session, workNo) ?? moveTo(workNo, 'idle', told(happening.ready, happening.forcedReady)),
    rest: (session, workNo, seconds, reason) => {
      const refused = obstacle(session, workNo);
      if (refused !== null) return refused;
      if (isInCall(centre.existing(workNo).state)) return retcode.qcResourceUnavailable;
      const target = sessions.of(workNo);
      if (target === null) move(workNo, 'rest', reason);
      else rest.begin(target, seconds, reason);
      return retcode.success;
    },
    signOut: (session, workNo) => {
      const refused = obstacle(session, workNo);
      if (refused !== null) return refused;
      const target = sessions.of(workNo);
      if (target === null) move(workNo, 'signedOut', 0);
      else sessions.end(target, 'forcedByInspector');
      return retcode.success;
    },
    dropCall: (session, callId) => {
      if (!session.account.inspectionRight) return retcode.noQcRight;
      const call = calls.withId(callId);
      if (call === null) return retcode.qcResourceUnavailable;
      calls.end(call, 'platform');
      return retcode.success;
    },
    adjustSkills: (session, workNo, ids) => {
      const refused = obstacle(session, workNo);
      if (refused !== null) return refused;
      const skills = ids.map((id) => allGroups.find((group) => group.id === id));
      if (!skills.every((skill): skill is SkillGroup => skill !== undefined)) return retcode.signInParametersEmpty;
      centre.describe(workNo, { skills });
      return retcode.success;
    },
  };
}
