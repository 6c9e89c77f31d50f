import type { BeginningMode, Mode, NoRight, ShownInspection } from '../../contract/inspection.ts';
import type { Problem } from '../../contract/problem.ts';
import { isUnderWay, type Listen } from '../../contract/state.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { advanceMode, mayAsk, noMode, possibleModes, shownMode, type ModeFacts, type ModeInput } from './modeMachine.ts';
import { beginIn, changeTo, endOf } from './requests.ts';
import { freshRights, rightsAfter, type RightWanted, type Rights } from './rights.ts';

/** What is written down of a change: asked for, or what came of it. */
export type ModeNews =
  | { readonly kind: 'asked'; readonly workNo: string; readonly to: Mode }
  | { readonly kind: 'answered'; readonly workNo: string; readonly to: Mode; readonly failure: Failure | null };

export interface ModesOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The way to the gateway of the session there is; null when there is none. */
  link(): GatewayLink | null;
  /** A change goes out when this settles, what it asks for being written down before; or does not, for the problem it settles with. Never rejects. */
  beforeChange(): Promise<Problem | null>;
  onNews(news: ModeNews): void;
  onChange(): void;
}

/** How the inspector is in the call, and the ways to change it: each is one request a click, and its answer alone moves the mode. */
export interface ModeService {
  /** Null while no inspection is under way. */
  shown(): ShownInspection | null;
  noRight(): NoRight;
  /** The inspection that is asked for next is to begin in this mode. Tells nobody: until the listen begins, there is none to tell of. */
  begins(workNo: string, mode: BeginningMode): void;
  /** An inspection of an earlier run or session may be under way. */
  takesUp(workNo: string): void;
  /** Sends what begins the inspection; for the listen. Never rejects. */
  begin(link: GatewayLink, workNo: string): Promise<Reply<null>>;
  /** Ends it, in whatever mode it is; for the listen. Never rejects. */
  end(link: GatewayLink, workNo: string, deadline?: number): Promise<Reply<null>>;
  /** What the inspection under way was begun in. */
  begunIn(): BeginningMode;
  /** False when nothing is to be changed now: no inspection that can be, one that is so already, or a change under way. */
  change(to: Mode): boolean;
  /** To be told of each change of the listen. */
  onListen(listen: Listen): void;
  /** The right to force agents was tried. */
  forced(failure: Failure | null): void;
  /** To be told of each change of the rest, before the state is built: whether there is contact. */
  follow(inContact: boolean): void;
  onSessionEnd(): void;
}

/**
 * A mode that the gateway confirmed while there was no contact otherwise is good for so long after it was asked for (ms): as long as
 * contact without an answer is taken for live (session/pollTimings.ts, `deadline`). A link that comes back answers a click before it
 * answers the poll.
 */
const confirmedFor = 15_000;

export function createModes(options: ModesOptions): ModeService {
  const { clock, log } = options;
  let listen: Listen = { kind: 'idle' };
  let facts: ModeFacts = noMode;
  let mode: BeginningMode = 'listen';
  let rights: Rights = freshRights;
  /** Grows with each inspection: an answer to a change of an earlier one says nothing of this one. */
  let attempt = 0;
  /** When what the gateway confirmed last was asked for. */
  let confirmedAt = -Infinity;
  /** Since when there has been no contact; null while there is. */
  let lostAt: number | null = null;

  /** Whether the gateway confirmed the mode after contact was lost, and not too long ago. */
  function isConfirmedSince(lost: number): boolean {
    return confirmedAt >= lost && clock.now() - confirmedAt <= confirmedFor;
  }

  function take(input: ModeInput): void {
    if (taken(input)) options.onChange();
  }

  /** Whether it changed anything. */
  function taken(input: ModeInput): boolean {
    const before = facts;
    facts = advanceMode(facts, input, clock.now());
    if (facts === before) return false;
    log.info('mode', { input: input.kind, possible: possibleModes(facts).join(' '), asking: facts.asking?.to ?? null });
    return true;
  }

  function tried(wanted: RightWanted, failure: Failure | null): void {
    const before = rights;
    rights = rightsAfter(rights, wanted, failure);
    if (rights !== before) options.onChange();
  }

  async function send(link: GatewayLink, workNo: string, to: Mode): Promise<void> {
    const of = attempt;
    options.onNews({ kind: 'asked', workNo, to });
    const withheld = await options.beforeChange();
    // Back to listening closes a microphone: no record may keep anyone from it. What was stopped meanwhile is changed no more.
    const isStopped = of !== attempt || !canChange(listen);
    const problem = isStopped ? ownProblem('mode-not-changeable') : to === 'listen' ? null : withheld;
    if (problem !== null) {
      options.onNews({ kind: 'answered', workNo, to, failure: { kind: 'refused', retcode: problem.code } });
      if (of === attempt) take({ kind: 'withheld', problem });
      return;
    }
    const sentAt = clock.now();
    const reply = await changeTo(link, workNo, to);
    if (of === attempt && reply.ok) confirmedAt = sentAt;
    const failure = reply.ok ? null : reply.failure;
    options.onNews({ kind: 'answered', workNo, to, failure });
    if (to !== 'listen') tried({ of: to }, failure);
    if (of === attempt) take({ kind: 'answered', failure });
  }

  return {
    shown: () => (isUnderWay(listen) ? shownMode(facts) : null),
    noRight: () => rights.missing,
    begins: (workNo, wanted) => {
      attempt += 1;
      confirmedAt = -Infinity;
      mode = wanted;
      taken({ kind: 'begins', workNo, mode: wanted });
    },
    takesUp: (workNo) => {
      attempt += 1;
      confirmedAt = -Infinity;
      mode = 'listen';
      take({ kind: 'takenUp', workNo });
    },
    begin: async (link, workNo) => {
      const of = attempt;
      const wanted = mode;
      const sentAt = clock.now();
      const reply = await beginIn(link, workNo, wanted);
      if (of === attempt && reply.ok) confirmedAt = sentAt;
      const failure = reply.ok ? null : reply.failure;
      tried(wanted === 'listen' ? { of: 'listen', workNo } : { of: wanted }, failure);
      if (of === attempt) take({ kind: 'beginAnswered', mode: wanted, failure });
      return reply;
    },
    end: async (link, workNo, deadline) => {
      const of = attempt;
      const reply = await endOf(link, workNo, possibleModes(facts), deadline);
      if (of === attempt) take({ kind: 'endAnswered', failure: reply.ok ? null : reply.failure });
      return reply;
    },
    begunIn: () => mode,
    change: (to) => {
      const link = options.link();
      if (link === null || !canChange(listen) || !mayAsk(facts, to)) return false;
      take({ kind: 'asked', to });
      void send(link, facts.workNo, to);
      return true;
    },
    onListen: (next) => {
      listen = next;
    },
    forced: (failure) => {
      tried({ of: 'force' }, failure);
    },
    follow: (inContact) => {
      lostAt = inContact ? null : (lostAt ?? clock.now());
      if (!isUnderWay(listen)) return;
      if (listen.agent.workNo !== facts.workNo) taken({ kind: 'isOf', workNo: listen.agent.workNo });
      if (lostAt !== null && !isConfirmedSince(lostAt)) taken({ kind: 'gap' });
    },
    onSessionEnd: () => {
      rights = freshRights;
    },
  };
}

/** Only a line that is up, or may be, can be changed (protocol.md 3: "in one of them"). */
function canChange(listen: Listen): boolean {
  return listen.kind === 'listening' || listen.kind === 'outcomeUnknown';
}
