import type { Queue, Queues } from '../../contract/queues.ts';
import { mostQueues } from '../../contract/queues.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink } from '../gateway/link.ts';
import { failureProblem } from '../gateway/problem.ts';
import { agentVdnSkill, queryAcdStat, skillsARequest, type QueueFigures } from '../gateway/queueDevice.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export interface QueuesOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** Milliseconds between two polls. */
  readonly interval: number;
  /** Whether a page that somebody sees shows them. */
  inView(): boolean;
  /** The gateway does not tell of queues. */
  onNotHere(): void;
  onChange(): void;
}

/** The skills' queues, polled while a page shows them or a rule watches them. */
export interface QueuesService {
  shown(): Queues;
  /** All queues as they were told last, those that do not travel with the state, too. */
  all(): readonly Queue[];
  /** A session began. */
  start(link: GatewayLink): void;
  stop(): void;
  /** Whether they are in view may have changed. */
  look(): void;
  /** Whether a rule watches them, in view or not. */
  watchForRules(wanted: boolean): void;
}

/** Milliseconds after which what is known is no longer shown to a page that comes back into view. */
const freshFor = 60_000;

export function createQueues(options: QueuesOptions): QueuesService {
  const { clock, log } = options;
  let link: GatewayLink | null = null;
  let shown: Queues = { kind: 'off' };
  let all: readonly Queue[] = [];
  let names: ReadonlyMap<number, string> | null = null;
  let looking: AbortController | null = null;
  let pollAgainAt = 0;
  let cancelTimer: CancelTimer = () => undefined;
  let wantedByRules = false;

  function show(next: Queues): void {
    shown = next;
    options.onChange();
  }

  function look(): void {
    cancelTimer();
    if (link === null || shown.kind === 'notHere') return;
    if (!options.inView() && !wantedByRules) {
      // What waits for its place under the query limit is not sent.
      looking?.abort();
      looking = null;
      return;
    }
    if (looking !== null) return;
    if (shown.kind === 'off' || (shown.kind === 'ready' && clock.now() - shown.at > freshFor)) show({ kind: 'loading' });
    const early = pollAgainAt - clock.now();
    if (early > 0) cancelTimer = clock.after(early, look);
    else void ask(link);
  }

  async function ask(here: GatewayLink): Promise<void> {
    const abort = new AbortController();
    looking = abort;
    // Two hundred inspectors do not ask as one.
    pollAgainAt = clock.now() + options.interval * (0.9 + 0.2 * options.random());
    const failure = await askAll(here, abort.signal);
    if (abort.signal.aborted || here !== link) return;
    looking = null;
    if (failure !== null) fail(failure);
    look();
  }

  /** Skills are asked for once, their queues a hundred at a time. Null: all was told, and is shown. */
  async function askAll(here: GatewayLink, signal: AbortSignal): Promise<Failure | null> {
    if (names === null) {
      const skills = await agentVdnSkill(here, signal);
      if (!skills.ok) return skills.failure;
      if (signal.aborted) return null;
      names = skills.value;
    }
    const figures: QueueFigures[] = [];
    const ids = [...names.keys()];
    for (let from = 0; from < ids.length; from += skillsARequest) {
      const some = await queryAcdStat(here, ids.slice(from, from + skillsARequest), signal);
      if (!some.ok) return some.failure;
      if (signal.aborted) return null;
      figures.push(...some.value);
    }
    all = queuesOf(names, figures);
    show({ kind: 'ready', at: clock.now(), problem: null, queues: all.slice(0, mostQueues), all: all.length });
    return null;
  }

  function fail(failure: Failure): void {
    const problem = failureProblem(failure);
    if (isForGood(failure)) {
      log.info('queues are not to be had', { code: problem.code });
      show({ kind: 'notHere', problem });
      options.onNotHere();
    } else if (shown.kind === 'ready') show({ ...shown, problem });
  }

  return {
    shown: () => shown,
    all: () => all,
    start: (started) => {
      link = started;
      names = null;
      look();
    },
    stop: () => {
      cancelTimer();
      looking?.abort();
      looking = null;
      link = null;
      names = null;
      pollAgainAt = 0;
      all = [];
      shown = { kind: 'off' };
    },
    look,
    watchForRules: (wanted) => {
      wantedByRules = wanted;
      look();
    },
  };
}

/** Most callers first, then who has waited longest. A skill of which nothing was told is left out. */
function queuesOf(names: ReadonlyMap<number, string>, figures: readonly QueueFigures[]): readonly Queue[] {
  const byId = new Map(figures.map((each) => [each.id, each]));
  const queues = [...names].flatMap(([id, name]): readonly Queue[] => {
    const told = byId.get(id);
    if (told === undefined) return [];
    return [{ ...told, name: name === '' ? String(id) : name, longestWait: told.longestWait === null ? null : told.longestWait * 1_000 }];
  });
  return queues.toSorted(
    (one, other) =>
      (other.waiting ?? -1) - (one.waiting ?? -1) ||
      (other.longestWait ?? -1) - (one.longestWait ?? -1) ||
      one.name.localeCompare(other.name),
  );
}

/** Refusals that are about the moment, the session or the number of queries (protocol.md 6). */
const passing: ReadonlySet<string> = new Set(['000-003', '000-004', '000-007', '100-006', '100-007', '999-001']);

/** Whether the gateway would say the same the next time: the inspector has no right, or there is no such interface. */
function isForGood(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
      return !passing.has(failure.retcode);
    case 'invalidResponse':
      return failure.reason === 'web-page' || failure.reason === 'not-an-answer';
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'aborted':
      return false;
  }
}
