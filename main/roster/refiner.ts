import type { AgentDetails } from '../../contract/roster.ts';
import { agentByWorkNo, agentInfoNoSkills, type AgentFacts } from '../gateway/agentDetails.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Attention } from './attention.ts';
import type { Rows } from './fold.ts';
import { nextQuestion, type Asked, type Question } from './questions.ts';

/** An answer about one agent, asked for about the stay that began at `since`. */
export interface Learnt {
  readonly since: number;
  readonly facts: AgentFacts;
}

export interface RefinerOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Null while nobody looks. */
  attention(): Attention | null;
  rows(): Rows | null;
  onLearnt(answers: readonly Learnt[]): void;
  /** Asked in vain: `asked` says something else now. */
  onRefused(): void;
}

/** Asks in the background for what the list does not say of the agents that somebody looks at. */
export interface Refiner {
  start(link: GatewayLink): void;
  stop(): void;
  /** What is looked at, or what is known, may have changed. */
  look(): void;
  /** How far the details of one agent are in. */
  asked(workNo: string): AgentDetails['asked'];
}

/** One is answered while the next waits for its place under the query limit. */
const atOnce = 2;

/** After a failure, doubled with each in a row. */
const shortestPause = 4_000;
const longestPause = 60_000;

export function createRefiner(options: RefinerOptions): Refiner {
  const { clock, log } = options;
  const asked = new Map<string, Asked>();
  const underWay = new Set<string>();
  let link: GatewayLink | null = null;
  let queries = 0;
  let several = true;
  let abort = new AbortController();
  let pause = shortestPause;
  let cancelPause: CancelTimer | null = null;

  function look(): void {
    const attention = options.attention();
    const rows = options.rows();
    if (attention === null) giveUp();
    if (link === null || attention === null || rows === null) return;
    for (const workNo of asked.keys()) if (!rows.has(workNo)) asked.delete(workNo);
    while (queries < atOnce && cancelPause === null) {
      const question = nextQuestion(attention, { rows, asked, underWay, several }, clock.now());
      if (question === null) return;
      void ask(link, question, abort.signal);
    }
  }

  /** Nobody looks any more: what waits for its place is not sent. */
  function giveUp(): void {
    if (queries === 0) return;
    abort.abort();
    abort = new AbortController();
  }

  async function ask(here: GatewayLink, question: Question, signal: AbortSignal): Promise<void> {
    const about = question.kind === 'one' ? new Map([[question.workNo, question.since]]) : question.agents;
    queries += 1;
    for (const workNo of about.keys()) underWay.add(workNo);
    const reply = await send(here, question, signal);
    queries -= 1;
    for (const workNo of about.keys()) underWay.delete(workNo);
    if (here !== link) return;
    if (reply.ok) take(question, about, reply.value);
    else if (!signal.aborted) fail(question, about, reply.failure);
    look();
  }

  async function send(here: GatewayLink, question: Question, signal: AbortSignal): Promise<Reply<readonly AgentFacts[]>> {
    if (question.kind === 'several') return agentInfoNoSkills(here, [...question.agents.keys()], signal);
    const reply = await agentByWorkNo(here, question.workNo, signal);
    return reply.ok ? { ok: true, value: reply.value === null ? [] : [reply.value] } : reply;
  }

  function take(question: Question, about: ReadonlyMap<string, number>, facts: readonly AgentFacts[]): void {
    pause = shortestPause;
    const answered = new Map(facts.map((one) => [one.workNo, one]));
    const learnt: Learnt[] = [];
    for (const [workNo, since] of about) {
      const of = answered.get(workNo);
      if (of !== undefined) learnt.push({ since, facts: of });
      note(question, workNo, since, of !== undefined);
    }
    if (learnt.length > 0) options.onLearnt(learnt);
    else options.onRefused();
    // An answer without times is of no use here.
    if (question.kind === 'several' && learnt.every(({ facts: { inStateFor } }) => inStateFor === null)) several = false;
  }

  function note(question: Question, workNo: string, since: number, answered: boolean): void {
    const before = asked.get(workNo);
    if (question.kind === 'one') {
      asked.set(workNo, { since, details: answered, refusedAt: answered ? null : clock.now(), missed: before?.missed ?? false });
    } else {
      const details = before?.details ?? false;
      // Not among several: asked for alone.
      asked.set(
        workNo,
        answered ? { since, details, refusedAt: null, missed: false } : { since: NaN, details, refusedAt: null, missed: true },
      );
    }
  }

  function fail(question: Question, about: ReadonlyMap<string, number>, failure: Failure): void {
    if (question.kind === 'several' && failure.kind === 'refused') {
      // No document knows this query; what one agent's own query says is documented.
      several = false;
      if (failure.retcode !== tooOften) return;
    }
    if (failure.kind === 'refused' && failure.retcode !== tooOften) {
      for (const [workNo, since] of about) note(question, workNo, since, false);
      options.onRefused();
      if (failure.retcode === noSuchAgent) return;
    }
    log.warn('agent details are not to be had now', { pause });
    // Two that failed together make one pause.
    cancelPause?.();
    cancelPause = clock.after(pause, () => {
      cancelPause = null;
      look();
    });
    pause = Math.min(2 * pause, longestPause);
  }

  return {
    start: (started) => {
      link = started;
      look();
    },
    stop: () => {
      link = null;
      giveUp();
      asked.clear();
      several = true;
      pause = shortestPause;
      cancelPause?.();
      cancelPause = null;
    },
    look,
    asked: (workNo) => {
      const of = asked.get(workNo);
      if (of === undefined || !(of.details || of.refusedAt !== null)) return 'waiting';
      return of.refusedAt === null ? 'answered' : 'refused';
    },
  };
}

/** protocol.md 6. */
const noSuchAgent = '300-002';
const tooOften = '000-007';
