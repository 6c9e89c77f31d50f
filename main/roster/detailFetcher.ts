import type { AgentDetails } from '../../contract/roster.ts';
import { agentByWorkNo, agentInfoNoSkills, type AgentFacts } from '../gateway/agentDetails.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Attention } from './attention.ts';
import type { Rows } from './mergeAgent.ts';
import { nextDetailQuery, type Asked, type DetailQuery } from './detailQueries.ts';

/** The gateway's answer about one agent; `since`: when the state asked about began. */
export interface FetchedDetails {
  readonly since: number;
  readonly facts: AgentFacts;
}

export interface DetailFetcherOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Null while no subscriber is in view. */
  attention(): Attention | null;
  rows(): Rows | null;
  onDetails(answers: readonly FetchedDetails[]): void;
  /** Nothing came of a query: `asked` has changed. */
  onRefused(): void;
}

/** Fetches in the background what the list lacks of the agents that a subscriber shows. */
export interface DetailFetcher {
  start(link: GatewayLink): void;
  stop(): void;
  /** The attention or the rows may have changed. */
  update(): void;
  /** How far the details of one agent are in. */
  asked(workNo: string): AgentDetails['asked'];
}

/** One is answered while the next waits for its place under the query limit. */
const atOnce = 2;

/** After a failure, doubled with each in a row. */
const shortestPause = 4_000;
const longestPause = 60_000;

export function createDetailFetcher(options: DetailFetcherOptions): DetailFetcher {
  const { clock, log } = options;
  const asked = new Map<string, Asked>();
  const underWay = new Set<string>();
  let link: GatewayLink | null = null;
  let queries = 0;
  let several = true;
  let abort = new AbortController();
  let pause = shortestPause;
  let cancelPause: CancelTimer | null = null;

  function update(): void {
    const attention = options.attention();
    const rows = options.rows();
    if (attention === null) giveUp();
    if (link === null || attention === null || rows === null) return;
    for (const workNo of asked.keys()) if (!rows.has(workNo)) asked.delete(workNo);
    while (queries < atOnce && cancelPause === null) {
      const query = nextDetailQuery(attention, { rows, asked, underWay, several }, clock.now());
      if (query === null) return;
      void ask(link, query, abort.signal);
    }
  }

  /** No subscriber is in view any more: queries still waiting under the limit are not sent. */
  function giveUp(): void {
    if (queries === 0) return;
    abort.abort();
    abort = new AbortController();
  }

  async function ask(here: GatewayLink, query: DetailQuery, signal: AbortSignal): Promise<void> {
    const about = query.kind === 'one' ? new Map([[query.workNo, query.since]]) : query.agents;
    queries += 1;
    for (const workNo of about.keys()) underWay.add(workNo);
    const reply = await send(here, query, signal);
    queries -= 1;
    for (const workNo of about.keys()) underWay.delete(workNo);
    if (here !== link) return;
    if (reply.ok) accept(query, about, reply.value);
    else if (!signal.aborted) fail(query, about, reply.failure);
    update();
  }

  async function send(here: GatewayLink, query: DetailQuery, signal: AbortSignal): Promise<Reply<readonly AgentFacts[]>> {
    if (query.kind === 'several') return agentInfoNoSkills(here, [...query.agents.keys()], signal);
    const reply = await agentByWorkNo(here, query.workNo, signal);
    return reply.ok ? { ok: true, value: reply.value === null ? [] : [reply.value] } : reply;
  }

  function accept(query: DetailQuery, about: ReadonlyMap<string, number>, facts: readonly AgentFacts[]): void {
    pause = shortestPause;
    const answered = new Map(facts.map((one) => [one.workNo, one]));
    const fetched: FetchedDetails[] = [];
    for (const [workNo, since] of about) {
      const of = answered.get(workNo);
      if (of !== undefined) fetched.push({ since, facts: of });
      note(query, workNo, since, of !== undefined);
    }
    if (fetched.length > 0) options.onDetails(fetched);
    else options.onRefused();
    // An answer without times is of no use here.
    if (query.kind === 'several' && fetched.every(({ facts: { inStateFor } }) => inStateFor === null)) several = false;
  }

  function note(query: DetailQuery, workNo: string, since: number, answered: boolean): void {
    const before = asked.get(workNo);
    if (query.kind === 'one') {
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

  function fail(query: DetailQuery, about: ReadonlyMap<string, number>, failure: Failure): void {
    if (query.kind === 'several' && failure.kind === 'refused') {
      // No document knows this query, while what one agent's own query says is documented.
      several = false;
      if (failure.retcode !== tooOften) return;
    }
    if (failure.kind === 'refused' && failure.retcode !== tooOften) {
      for (const [workNo, since] of about) note(query, workNo, since, false);
      options.onRefused();
      if (failure.retcode === noSuchAgent) return;
    }
    log.warn('agent details are not to be had now', { pause });
    // Two that failed together make one pause.
    cancelPause?.();
    cancelPause = clock.after(pause, () => {
      cancelPause = null;
      update();
    });
    pause = Math.min(2 * pause, longestPause);
  }

  return {
    start: (started) => {
      link = started;
      update();
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
    update: update,
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
