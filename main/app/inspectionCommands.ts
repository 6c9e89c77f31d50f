import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { ForceKind } from '../../contract/forcing.ts';
import type { Mode } from '../../contract/inspection.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Alerts } from '../alerts/alerts.ts';
import {
  done,
  forceNotAllowed,
  insertNotAllowed,
  insertWithoutCall,
  interceptNotAllowed,
  listenNotAllowed,
  listenUnderWay,
  listenUnrecorded,
  modeNotChangeable,
  noRightHere,
  notIdle,
  notSignedIn,
  refuse,
  whisperNotAllowed,
} from '../results/commandAnswers.ts';
import type { ForceRoom } from '../inspection/forceRoom.ts';
import type { ModeRoom } from '../inspection/modeRoom.ts';
import type { ListenRoom } from '../listen/listen.ts';
import type { Records } from './records.ts';
import type { RosterRoom } from '../roster/roster.ts';
import type { SessionRoom } from '../session/session.ts';
import type { SettingsRoom } from '../settings/settings.ts';

export interface InspectionCommandParts {
  readonly settings: SettingsRoom;
  readonly session: SessionRoom;
  readonly listen: ListenRoom;
  readonly modes: ModeRoom;
  readonly forces: ForceRoom;
  readonly roster: RosterRoom;
  readonly alerts: Alerts;
  readonly records: Records;
}

/** What the inspector asks for of an agent's call, and of an agent. */
export interface InspectionCommands {
  inspect(input: CommandInput<'inspect'>): CommandAnswer;
  changeMode(input: CommandInput<'changeMode'>): CommandAnswer;
  forceAgent(input: CommandInput<'forceAgent'>): Promise<CommandAnswer>;
  dismissForced(input: CommandInput<'dismissForced'>): CommandAnswer;
}

export function createInspectionCommands(parts: InspectionCommandParts): InspectionCommands {
  const { settings, session, listen, modes, forces, roster, alerts, records } = parts;

  const unrecorded = (): boolean => settings.get().auditRequired && !records.audit.ready();

  /** Why this is not to be asked of this agent; null: nothing is in the way. */
  function obstacle(mode: Mode, workNo: string, withoutCall: boolean): Problem | null {
    const forbidden = modeForbidden(mode, settings.get());
    if (forbidden !== null) return forbidden;
    const missing = modes.noRight();
    if (mode === 'listen' ? missing.listen.includes(workNo) : missing[mode]) return noRightHere;
    if (mode === 'insert' && !withoutCall && roster.isOnCall(workNo) !== true) return insertWithoutCall;
    return unrecorded() ? listenUnrecorded : null;
  }

  return {
    inspect: ({ workNo, mode, withoutCall }) => {
      if (!settings.get().listenAllowed) return refuse(listenNotAllowed);
      const problem = obstacle(mode, workNo, withoutCall);
      if (problem !== null) return refuse(problem);
      const live = session.live();
      if (live === null) return refuse(notSignedIn);
      live.hurry();
      if (live.ownState() !== 'idle') return refuse(notIdle);
      const now = listen.shown().kind;
      if (now !== 'idle' && now !== 'ended') return refuse(listenUnderWay);
      modes.begins(workNo, mode);
      listen.listen({ workNo, name: roster.nameOf(workNo) });
      alerts.onListenAsked(workNo);
      return done;
    },
    changeMode: ({ mode, withoutCall }) => {
      const now = listen.shown();
      if (now.kind === 'idle' || now.kind === 'ended') return refuse(modeNotChangeable);
      // Back to listening closes a microphone: nothing may keep anyone from it.
      const problem = mode === 'listen' ? null : obstacle(mode, now.agent.workNo, withoutCall);
      if (problem !== null) return refuse(problem);
      return modes.change(mode) ? done : refuse(modeNotChangeable);
    },
    forceAgent: async ({ workNo, force }) => {
      if (!settings.get()[forceSetting[force.what]]) return refuse(forceNotAllowed);
      if (modes.noRight().force) return refuse(noRightHere);
      if (unrecorded()) return refuse(listenUnrecorded);
      const live = session.live();
      if (live === null) return refuse(notSignedIn);
      const problem = await forces.force(live.link, { workNo, name: roster.nameOf(workNo) }, force);
      return problem === null ? done : refuse(problem);
    },
    dismissForced: ({ workNo }) => {
      forces.dismiss(workNo);
      return done;
    },
  };
}

function modeForbidden(mode: Mode, { whisperAllowed, insertAllowed, interceptAllowed }: Settings): Problem | null {
  switch (mode) {
    case 'listen':
      return null;
    case 'whisper':
      return whisperAllowed ? null : whisperNotAllowed;
    case 'insert':
      return insertAllowed ? null : insertNotAllowed;
    case 'call':
      return interceptAllowed ? null : interceptNotAllowed;
  }
}

const forceSetting = {
  idle: 'forceIdleAllowed',
  busy: 'forceBusyAllowed',
  rest: 'forceRestAllowed',
  signOut: 'forceSignOutAllowed',
  dropCall: 'forceDropCallAllowed',
} as const satisfies Record<ForceKind, keyof Settings>;
