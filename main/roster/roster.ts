import type { RosterMessage } from '../../contract/roster.ts';
import type { RosterStatus } from '../../contract/state.ts';
import { allAgentStatus, onlineAgentOnVdn, type AgentList } from '../gateway/agentgroup.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { CancelTimer, Clock, Log } from '../host.ts';
import { createFeed, type Feed } from './feed.ts';
import { foldRoster, type Rows } from './fold.ts';

export interface RosterParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Milliseconds between two looks; ccgateway.md 7 keeps it at 2 to 3 s or more. */
  interval(): number;
  onChange(): void;
}

/** The agents of the call centre, refreshed while somebody looks. */
export interface RosterRoom {
  status(): RosterStatus;
  /** The name that goes with a work number; the number itself when unknown. */
  nameOf(workNo: string): string;
  feed(send: (message: RosterMessage) => void): Feed & { close(): void };
  /** A session began; the roster follows it until `stop`. */
  start(link: GatewayLink): void;
  stop(): void;
  /** Looks at once, as after a lost link. */
  refresh(): void;
}

/** Looks further apart than this may have missed a change and its return. */
const continuousWithin = 15_000;

type Source = 'onlineagentonvdn' | 'allagentstatus';

export function createRoster(parts: RosterParts): RosterRoom {
  const { clock, random, log } = parts;
  const feeds = new Set<Feed>();
  let link: GatewayLink | null = null;
  let source: Source = 'onlineagentonvdn';
  let rows: Rows | null = null;
  let lookedAt: number | null = null;
  let status: RosterStatus = { kind: 'off' };
  let looking: AbortController | null = null;
  let cancelTimer: CancelTimer = () => undefined;
  let nextLookAt = 0;
  let lastPause = 0;

  const watched = (): boolean => [...feeds].some((feed) => feed.visible());

  function setStatus(next: RosterStatus): void {
    status = next;
    parts.onChange();
  }

  async function look(): Promise<void> {
    if (link === null || looking !== null || !watched()) return;
    cancelTimer();
    // However often a window comes and goes, the gateway is asked no more often than agreed.
    const early = nextLookAt - clock.now();
    if (early > 0) {
      cancelTimer = clock.after(early, () => void look());
      return;
    }
    const here = link;
    const abort = new AbortController();
    looking = abort;
    const began = clock.now();
    const reply = await ask(here, abort.signal);
    if (abort.signal.aborted) return;
    looking = null;
    if (reply.ok) take(here, reply.value);
    else setStatus({ kind: 'failed', at: lookedAt, problem: failureProblem(reply.failure) });
    schedule(clock.now() - began);
  }

  async function ask(here: GatewayLink, signal: AbortSignal): Promise<Reply<AgentList>> {
    if (source === 'onlineagentonvdn') {
      const reply = await onlineAgentOnVdn(here, signal);
      if (reply.ok || !isMissingInterface(reply.failure)) return reply;
      log.info('onlineagentonvdn is not offered; allagentstatus instead');
      const other = await allAgentStatus(here, signal);
      if (other.ok) source = 'allagentstatus';
      return other;
    }
    return allAgentStatus(here, signal);
  }

  function take(here: GatewayLink, list: AgentList): void {
    const now = clock.now();
    const others = list.agents.filter((agent) => agent.workNo !== here.agentId);
    const continuous = isContinuous(now);
    rows = foldRoster(rows, others, now, continuous);
    lookedAt = now;
    for (const feed of feeds) feed.update(rows);
    setStatus({ kind: 'ready', at: now, count: rows.size, leftOut: list.leftOut });
  }

  function schedule(took: number): void {
    // A slow gateway is asked less often; jitter keeps two hundred inspectors from asking as one (anchors.md D5).
    const pause = Math.max(parts.interval(), 3 * took) * (0.95 + 0.1 * random());
    lastPause = pause;
    nextLookAt = clock.now() + pause;
    cancelTimer = clock.after(pause, () => void look());
  }

  /** Whether two looks are close enough for nothing to have come and gone between them. */
  function isContinuous(now: number): boolean {
    return lookedAt !== null && now - lookedAt <= Math.max(continuousWithin, 2 * lastPause);
  }

  /** What may be shown at once: rows of long ago are not the present. */
  function presentRows(): Rows | null {
    return isContinuous(clock.now()) ? rows : null;
  }

  function stop(): void {
    cancelTimer();
    looking?.abort();
    looking = null;
    link = null;
    rows = null;
    lookedAt = null;
    nextLookAt = 0;
    source = 'onlineagentonvdn';
    for (const feed of feeds) feed.update(null);
    setStatus({ kind: 'off' });
  }

  return {
    status: () => status,
    nameOf: (workNo) => {
      const name = rows?.get(workNo)?.name ?? '';
      return name === '' ? workNo : name;
    },
    feed: (send) => {
      const feed = createFeed(presentRows, send);
      feeds.add(feed);
      return {
        ...feed,
        watch: (visible) => {
          feed.watch(visible);
          if (visible && link !== null && presentRows() === null) setStatus({ kind: 'loading' });
          if (visible) void look();
        },
        close: () => feeds.delete(feed),
      };
    },
    start: (started) => {
      link = started;
      setStatus({ kind: 'loading' });
      void look();
    },
    stop,
    refresh: () => void look(),
  };
}

/** What a gateway without that query answers: a parameter error, or something that is no answer at all (ccgateway.md 9.1). */
function isMissingInterface(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
      return failure.retcode === '000-002' || failure.retcode === '000-006';
    case 'nonsense':
      return [404, 405, 501].includes(failure.status);
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'abandoned':
      return false;
  }
}
