import { modes, type BeginningMode, type Mode, type ShownInspection } from '../../contract/inspection.ts';
import type { Problem } from '../../contract/problem.ts';
import { mayHaveHappened, type Failure } from '../gateway/failure.ts';
import { failureProblem } from '../gateway/problem.ts';
import { ownProblem } from '../results/ownProblem.ts';

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
 * mode, and a lost answer leaves what it may be (protocol.md 3).
 */
export interface ModeFacts {
  readonly workNo: string;
  /** What it may be by what was answered, and by what may be carried out after that. */
  readonly possible: readonly Mode[];
  readonly late: readonly LateRequest[];
  readonly asking: { readonly to: Mode; readonly at: number } | null;
  readonly problem: Problem | null;
  /** Something else than listening was asked for, so that somebody may hear the inspector. */
  readonly opened: boolean;
}

export type ModeInput =
  | { readonly kind: 'begins'; readonly workNo: string; readonly mode: BeginningMode }
  /** The answer to the request that began it in `mode`; null is success. */
  | { readonly kind: 'beginAnswered'; readonly mode: BeginningMode; readonly failure: Failure | null }
  /** An inspection of which this run knows nothing but that it may be: an earlier run's, or an earlier session's. */
  | { readonly kind: 'takenUp'; readonly workNo: string }
  /** The listen under way is of this agent: another one than was begun last, where a request that was held up has been carried out. */
  | { readonly kind: 'isOf'; readonly workNo: string }
  | { readonly kind: 'asked'; readonly to: Mode }
  | { readonly kind: 'answered'; readonly failure: Failure | null }
  /** The change was not sent after all. */
  | { readonly kind: 'withheld'; readonly problem: Problem }
  /** What ends it was sent; null: and taken. Should the call go on anyway, in what way is not known. */
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
      const held = [...late, ...left];
      return { ...noMode, workNo, possible: withHeld(mode, workNo, held), late: held, opened: mode !== 'listen' };
    }
    case 'beginAnswered':
      return onBeginAnswered({ ...facts, late }, input.mode, input.failure, now);
    case 'takenUp':
      return { ...noMode, workNo: input.workNo, possible: modes, problem: ownProblem('mode-unknown'), opened: true };
    case 'isOf': {
      if (facts.workNo === input.workNo) return facts;
      const begun = late.filter(({ workNo, what }) => workNo === input.workNo && what === 'begin').map(({ to }) => to);
      const possible = begun.length === 0 ? modes : inOrder(begun);
      return { ...noMode, workNo: input.workNo, possible, late, opened: isOpen(possible) };
    }
    case 'asked':
      if (!mayAsk(facts, input.to)) return facts;
      return { ...facts, late, asking: { to: input.to, at: now }, problem: null, opened: facts.opened || input.to !== 'listen' };
    case 'answered':
      return onAnswered({ ...facts, late }, input.failure, now);
    case 'withheld':
      return { ...facts, late, asking: null, problem: input.problem };
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
export function mayAsk(facts: ModeFacts, to: Mode): boolean {
  if (facts.asking !== null) return false;
  const possible = possibleModes(facts);
  // Who has the call inspects nobody any more.
  if (possible.length === 1 && possible[0] === 'call') return false;
  return possible.length > 1 || possible[0] !== to;
}

/** All that the mode may be now, in the order of `modes`. */
export function possibleModes({ possible, asking }: ModeFacts): readonly Mode[] {
  return asking === null ? possible : inOrder([...possible, asking.to]);
}

/** What the interface says of it. */
export function shownMode(facts: ModeFacts): ShownInspection {
  const asking = facts.asking === null ? null : { to: facts.asking.to, since: facts.asking.at };
  return { possible: possibleModes(facts), asking, problem: facts.problem };
}

/** A mode that was confirmed, and those that requests that are held up may bring about after it. */
function withHeld(mode: Mode, of: string, late: readonly LateRequest[]): readonly Mode[] {
  return inOrder([mode, ...late.filter(({ workNo }) => workNo === of).map(({ to }) => to)]);
}

/** Whether anybody but the gateway may hear the inspector. */
export function isOpen(possible: readonly Mode[]): boolean {
  return possible.some((mode) => mode !== 'listen');
}

function onBeginAnswered(facts: ModeFacts, begun: BeginningMode, failure: Failure | null, now: number): ModeFacts {
  // The gateway takes one at a time: what was held up before is refused now.
  if (failure === null) {
    const late = facts.late.filter(({ what }) => what !== 'begin');
    return { ...facts, late, possible: withHeld(begun, facts.workNo, late) };
  }
  if (!mayHaveHappened(failure)) return facts;
  return { ...facts, late: [...facts.late, lateRequest(facts.workNo, 'begin', begun, now)] };
}

function onAnswered(facts: ModeFacts, failure: Failure | null, now: number): ModeFacts {
  const { asking } = facts;
  if (asking === null) return facts;
  if (failure === null) {
    const possible = withHeld(asking.to, facts.workNo, facts.late);
    return { ...facts, possible, asking: null, problem: possible.length === 1 ? null : ownProblem('mode-may-still-change') };
  }
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
