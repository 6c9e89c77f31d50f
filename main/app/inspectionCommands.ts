import type { CommandAnswer } from '../../contract/commands.ts';
import { forceSetting } from '../../contract/forcing.ts';
import type { BeginningMode, Mode } from '../../contract/inspection.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Settings } from '../../contract/settings.ts';
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
import type { Handlers } from './commands.ts';
import type { ForceService } from '../inspection/forces.ts';
import type { ModeService } from '../inspection/modes.ts';
import type { ListenService } from '../listen/listen.ts';
import type { RosterService } from '../roster/roster.ts';
import type { SessionService } from '../session/session.ts';
import type { SettingsService } from '../settings/settings.ts';

export interface InspectionCommandOptions {
  readonly settings: SettingsService;
  readonly session: SessionService;
  readonly listen: ListenService;
  readonly modes: ModeService;
  readonly forces: ForceService;
  readonly roster: RosterService;
  /** Whether the audit trail can be written. */
  auditReady(): boolean;
  /** A listen was asked for, and taken up. */
  onListenAsked(workNo: string): void;
}

type InspectionCommand =
  | 'listen'
  | 'inspect'
  | 'changeMode'
  | 'stopListening'
  | 'tellHearing'
  | 'dismissListen'
  | 'forceAgent'
  | 'dismissForced';

/** What the inspector asks for of an agent's call, and of an agent. */
export interface InspectionCommands {
  readonly handlers: Pick<Handlers, InspectionCommand>;
  /** As by a click: for what the inspector agreed to otherwise. */
  startListen(workNo: string): CommandAnswer;
}

export function createInspectionCommands(options: InspectionCommandOptions): InspectionCommands {
  const { settings, session, listen, modes, forces, roster } = options;

  const unrecorded = (): boolean => settings.get().auditRequired && !options.auditReady();

  /** Why this is not to be asked of this agent; null: nothing is in the way. */
  function obstacle(mode: Mode, workNo: string, withoutCall: boolean): Problem | null {
    const forbidden = modeForbidden(mode, settings.get());
    if (forbidden !== null) return forbidden;
    const missing = modes.noRight();
    if (mode === 'listen' ? missing.listen.includes(workNo) : missing[mode]) return noRightHere;
    if (mode === 'insert' && !withoutCall && roster.isOnCall(workNo) !== true) return insertWithoutCall;
    return unrecorded() ? listenUnrecorded : null;
  }

  function inspect(workNo: string, mode: BeginningMode, withoutCall: boolean): CommandAnswer {
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
    options.onListenAsked(workNo);
    return done;
  }

  const startListen = (workNo: string): CommandAnswer => inspect(workNo, 'listen', false);

  const handlers: InspectionCommands['handlers'] = {
    listen: ({ workNo }) => startListen(workNo),
    inspect: ({ workNo, mode, withoutCall }) => inspect(workNo, mode, withoutCall),
    stopListening: () => {
      listen.stop();
      return done;
    },
    tellHearing: ({ hears }) => {
      listen.hearing(hears);
      return done;
    },
    dismissListen: () => {
      listen.dismiss();
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
  return { handlers, startListen };
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
