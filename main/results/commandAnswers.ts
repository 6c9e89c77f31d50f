import type { CommandAnswer } from '../../contract/commands.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Problem } from '../../contract/problem.ts';
import { ownProblem } from './ownProblem.ts';

export const done: CommandAnswer = { ok: true };

/** What a command answers that cannot be carried out. */
export function refuse(problem: Problem): CommandAnswer {
  return { ok: false, problem };
}

/** What a command answers that made a file; null: it could not be put where it was to be. */
export function fileAnswer(file: SavedFile | null): CommandAnswer {
  return file === null ? refuse(ownProblem('file-not-saved')) : { ok: true, file };
}

export const notSignedIn = ownProblem('not-signed-in');

export const notIdle = ownProblem('not-idle');

export const listenUnderWay = ownProblem('listen-under-way');

export const listenNotAllowed = ownProblem('listen-not-allowed');

/** The administrator wants no listen without its record. */
export const listenUnrecorded = ownProblem('audit-not-written');

export const whisperNotAllowed = ownProblem('whisper-not-allowed');

export const insertNotAllowed = ownProblem('insert-not-allowed');

export const interceptNotAllowed = ownProblem('intercept-not-allowed');

/** An insert on an agent without a call opens a talk with the agent, which the inspector has to know first. */
export const insertWithoutCall = ownProblem('insert-without-call');

/** The gateway refused it for lack of a right in this session. */
export const noRightHere = ownProblem('no-right-here');

/** No inspection that can be changed, one that is so already, or a change that is not answered yet. */
export const modeNotChangeable = ownProblem('mode-not-changeable');

export const forceNotAllowed = ownProblem('force-not-allowed');

export const followNotAllowed = ownProblem('follow-not-allowed');

export const exportNotAllowed = ownProblem('export-not-allowed');

/** Something went wrong inside Earshot. */
export const unexpected = ownProblem('unexpected');
