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

export interface ForcesDeps {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: CallDesk;
  readonly rest: Rest;
  readonly rules: InspectionRules;
  readonly apiEdition: ApiEdition;
  /** Puts an agent into a state, from which they live on. */
  readonly move: (workNo: string, state: AgentState, reason: number) => void;
}

/**
 * What an inspector can make an agent do (protocol.md 3): the pages ask for no state of the inspector but to be
 * signed in, and list 900-001 to -003 only, so whatever is impossible is 900-003.
 */
export class Forces {
  readonly #here: ForcesDeps;

  constructor(deps: ForcesDeps) {
    this.#here = deps;
  }

  /** forceBusy: the agent learns it as busy for reason 3, forced by an inspector. */
  busy(session: Session, workNo: string): Retcode {
    return (
      this.#obstacle(session, workNo) ??
      this.#moveTo(workNo, 'busy', this.#told(happening.setNotReady(forcedReason), happening.forcedNotReady))
    );
  }

  /** forceIdle */
  idle(session: Session, workNo: string): Retcode {
    return this.#obstacle(session, workNo) ?? this.#moveTo(workNo, 'idle', this.#told(happening.ready, happening.forcedReady));
  }

  /** forceRest */
  rest(session: Session, workNo: string, seconds: number, reason: number): Retcode {
    const obstacle = this.#obstacle(session, workNo);
    if (obstacle !== undefined) return obstacle;
    if (isInCall(this.#here.centre.existing(workNo).state)) return retcode.qcResourceUnavailable;
    const target = this.#here.sessions.of(workNo);
    if (target === undefined) this.#here.move(workNo, 'rest', reason);
    else this.#here.rest.begin(target, seconds, reason);
    return retcode.success;
  }

  /** forceLogOutAgent: the agent's call, if any, is gone with them. */
  signOut(session: Session, workNo: string): Retcode {
    const obstacle = this.#obstacle(session, workNo);
    if (obstacle !== undefined) return obstacle;
    const target = this.#here.sessions.of(workNo);
    if (target === undefined) this.#here.move(workNo, 'signedOut', 0);
    else this.#here.sessions.end(target, 'forcedByInspector');
    return retcode.success;
  }

  /** forceDropCall */
  dropCall(session: Session, callId: string): Retcode {
    if (!session.account.inspectionRight) return retcode.noQcRight;
    const call = this.#here.calls.withId(callId);
    if (call === undefined) return retcode.qcResourceUnavailable;
    this.#here.calls.end(call, 'platform');
    return retcode.success;
  }

  /** adjustSkill: the skills are named by their numbers; one that the VDN has not gets 100-001, as the page lists it. */
  adjustSkills(session: Session, workNo: string, ids: readonly number[]): Retcode {
    const obstacle = this.#obstacle(session, workNo);
    if (obstacle !== undefined) return obstacle;
    const skills = ids.map((id) => allGroups.find((group) => group.id === id));
    if (!skills.every((skill): skill is SkillGroup => skill !== undefined)) return retcode.signInParametersEmpty;
    this.#here.centre.describe(workNo, { skills });
    return retcode.success;
  }

  #obstacle(session: Session, workNo: string): Retcode | undefined {
    return targetRefusal(session, workNo, this.#here.centre, this.#here.rules);
  }

  #moveTo(workNo: string, state: 'busy' | 'idle', told: Happening): Retcode {
    if (isInCall(this.#here.centre.existing(workNo).state)) return retcode.qcResourceUnavailable;
    this.#here.move(workNo, state, state === 'busy' ? Number(forcedReason) : 0);
    this.#here.sessions.of(workNo)?.tell(told);
    return retcode.success;
  }

  #told(documented: Happening, asClientsRead: Happening): Happening {
    return this.#here.apiEdition.forceEvents === 'documented' ? documented : asClientsRead;
  }
}

/** Reason 3 of AgentState_SetNotReady_Success (protocol.md 2.2). */
const forcedReason = '3';
