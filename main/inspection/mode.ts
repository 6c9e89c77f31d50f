import { modes, type BeginningMode, type Mode, type ShownInspection } from '../../contract/inspection.ts';
import type { Problem } from '../../contract/problem.ts';
import { mayHaveHappened, type Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { ownProblem } from '../ownProblem.ts';

/**
 * A change whose answer was lost may be carried out so long after it was sent (ms): as long as proxies wait for an answer unless told
 * otherwise (nginx, `proxy_read_timeout`).
 */
export const changeLateAtMost = 60_000;

/** The same of a request that begins an inspection: as long as the listen machine reckons with (main/listen/step.ts). */
export const beginLateAtMost = 120_000;

/** A request whose answer was lost, and that may be carried out until then. */
interface LateRequest {
  readonly workNo: string;
  readonly what: 'begin' | 'change';
  readonly to: Mode;
  readonly until: number;
}

/**
 * What is known of how the inspector is in the call. The gateway sends the inspector no event of a change: the retcode alone moves the
 * mode, and a lost answer leaves what it may be (ccgateway.md 10).
 */
export interface ModeFacts {
  readonly workNo: string;
  /** What it may be by what was answered. */
  readonly possible: readonly Mode[];
  readonly late: readonly LateRequest[];
  readonly asking: { readonly to: Mode; readonly at: number } | null;
  readonly problem: Problem | null;
  /** Something else than listening was asked for, so that somebody may hear the inspector. */
  readonly opened: boolean;
}

export type ModeInput =
  | { readonly kind: 'begins'; readonly workNo: string; readonly mode: BeginningMode }
  /** Null is success. */
  | { readonly kind: 'beginAnswered'; readonly failure: Failure | null }
  /** An inspection of which this run knows nothing but that it may be: an earlier run's, or an earlier session's. */
  | { readonly kind: 'takenUp'; readonly workNo: string }
  /** The listen under way is of this agent: another one than was begun last, where a request that was held up has been carried out. */
  | { readonly kind: 'isOf'; readonly workNo: string }
  | { readonly kind: 'asked'; readonly to: Mode }
  | { readonly kind: 'answered'; readonly failure: Failure | null }
  /** What ends it was sent; null: and taken. Should the call go on all the same, in what way is not known. */
  | { readonly kind: 'endAnswered'; readonly failure: Failure | null }
  /** There was no contact: what the gateway did meanwhile nobody can tell. */
  | { readonly kind: 'gap' };

export const noMode: ModeFacts = { workNo: '', possible: ['listen'], late: [], asking: null, problem: null, opened: false };

/** Takes an input in. Pure; whatever it is given, it answers. What is to be sent follows from `asked` alone (`mayAsk`). */
export function advanceMode(facts: ModeFacts, input: ModeInput, now: number): ModeFacts {
  const late = facts.late.filter(({ until }) => until > now);
  switch (input.kind) {
    case 'begins': {
      // An answer that is still awaited is not this inspection's, but what it asked for may come to be.
      const { asking } = facts;
      const left = asking === null ? [] : [lateRequest(facts.workNo, 'change', asking.to, asking.at)];
      const { workNo, mode } = input;
      return { ...noMode, workNo, possible: [mode], late: [...late, ...left], opened: mode !== 'listen' };
    }
    case 'beginAnswered':
      return onBeginAnswered({ ...facts, late }, input.failure, now);
    case 'takenUp':
      return { ...noMode, workNo: input.workNo, possible: modes, problem: ownProblem('mode-unknown'), opened: true };
    case 'isOf': {
      if (facts.workNo === input.workNo) return facts;
      const begun = late.filter(({ workNo, what }) => workNo === input.workNo && what === 'begin').map(({ to }) => to);
      const possible = begun.length === 0 ? modes : inOrder(begun);
      return { ...noMode, workNo: input.workNo, possible, late, opened: isOpen(possible) };
    }
    case 'asked':
      if (!mayAsk(facts, input.to, now)) return facts;
      return { ...facts, late, asking: { to: input.to, at: now }, problem: null, opened: facts.opened || input.to !== 'listen' };
    case 'answered':
      return onAnswered({ ...facts, late }, input.failure, now);
    case 'endAnswered': {
      if (!isOpen(facts.possible) || (input.failure !== null && !mayHaveHappened(input.failure))) return facts;
      const possible = inOrder([...facts.possible, 'listen']);
      return { ...facts, late, possible, problem: ownProblem('mode-unknown') };
    }
    case 'gap': {
      // Where nothing but listening was ever asked for, no request can have opened a microphone.
      if (!facts.opened) return facts;
      const possible = facts.possible.includes('call') ? modes : modes.filter((mode) => mode !== 'call');
      return sameModes(possible, facts.possible) ? facts : { ...facts, possible, problem: ownProblem('mode-unknown') };
    }
  }
}

/** Whether a change to `to` is to be sent: one request a click, and none while one is under way or where it is so already. */
export function mayAsk(facts: ModeFacts, to: Mode, now: number): boolean {
  if (facts.asking !== null) return false;
  const possible = possibleModes(facts, now);
  // Who has the call inspects nobody any more.
  if (possible.length === 1 && possible[0] === 'call') return false;
  return possible.length > 1 || possible[0] !== to;
}

/** All that the mode may be now, in the order of `modes`. */
export function possibleModes({ workNo, possible, late, asking }: ModeFacts, now: number): readonly Mode[] {
  const held = late.filter((request) => request.workNo === workNo && request.until > now).map(({ to }) => to);
  return inOrder([...possible, ...held, ...(asking === null ? [] : [asking.to])]);
}

/** When a request that is held up at most can be carried out no more; null: there is none. */
export function settlesAt({ workNo, late }: ModeFacts, now: number): number | null {
  const ends = late.filter((request) => request.workNo === workNo && request.until > now).map(({ until }) => until);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** What the interface says of it. */
export function shownMode(facts: ModeFacts, now: number): ShownInspection {
  const possible = possibleModes(facts, now);
  const asking = facts.asking === null ? null : { to: facts.asking.to, since: facts.asking.at };
  const mayStillChange = asking === null && facts.problem === null && possible.length > 1;
  return { possible, asking, problem: mayStillChange ? ownProblem('mode-may-still-change') : facts.problem };
}

/** Whether anybody but the gateway may hear the inspector. */
export function isOpen(possible: readonly Mode[]): boolean {
  return possible.some((mode) => mode !== 'listen');
}

function onBeginAnswered(facts: ModeFacts, failure: Failure | null, now: number): ModeFacts {
  // The gateway takes one at a time: what was held up before is refused now.
  if (failure === null) return { ...facts, late: facts.late.filter(({ what }) => what !== 'begin') };
  if (!mayHaveHappened(failure)) return facts;
  return { ...facts, late: [...facts.late, ...facts.possible.map((mode) => lateRequest(facts.workNo, 'begin', mode, now))] };
}

function onAnswered(facts: ModeFacts, failure: Failure | null, now: number): ModeFacts {
  const { asking } = facts;
  if (asking === null) return facts;
  if (failure === null) return { ...facts, possible: [asking.to], asking: null, problem: null };
  const problem = failureProblem(failure);
  // Refused: it is what it was.
  if (!mayHaveHappened(failure)) return { ...facts, asking: null, problem };
  const possible = inOrder([...facts.possible, asking.to]);
  const late = [...facts.late, lateRequest(facts.workNo, 'change', asking.to, now)];
  return { ...facts, possible, late, asking: null, problem };
}

function lateRequest(workNo: string, what: LateRequest['what'], to: Mode, at: number): LateRequest {
  return { workNo, what, to, until: at + (what === 'begin' ? beginLateAtMost : changeLateAtMost) };
}

function inOrder(some: readonly Mode[]): readonly Mode[] {
  return modes.filter((mode) => some.includes(mode));
}

function sameModes(one: readonly Mode[], other: readonly Mode[]): boolean {
  return one.length === other.length && one.every((mode, index) => mode === other[index]);
}
