import type { AgentState } from '../../contract/agentState.ts';
import type { AgentDetails, RosterMessage } from '../../contract/roster.ts';
import type { Listen, RosterStatus } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { GatewayLink } from '../gateway/link.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { mergeAttention } from './attention.ts';
import { createFeed, type Feed } from './feed.ts';
import type { Rows } from './fold.ts';
import { createGroupNames } from './groupNames.ts';
import { createLooks } from './looks.ts';
import { createPastListens } from './pastListens.ts';
import { createPublisher } from './publisher.ts';
import { createRefiner } from './refiner.ts';
import { createSource } from './source.ts';
import { createRosterTable } from './table.ts';

export interface RosterOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Milliseconds between two looks. */
  interval(): number;
  /** Milliseconds since 1970, by the gateway's clock. */
  gatewayDate(): number;
  onChange(): void;
  /** What the pages show and care for may have changed. */
  onAttention(): void;
  /** The gateway's list came: what it says of the inspector (null: nothing), and of any agent. */
  onLook(look: RosterLook): void;
}

export interface RosterLook {
  readonly own: AgentState | null;
  stateOf(workNo: string): AgentState | null;
}

/** The agents of the call centre, refreshed while somebody looks. */
export interface RosterService {
  status(): RosterStatus;
  /** The name that goes with a work number; the number itself when unknown. */
  nameOf(workNo: string): string;
  /** Whether the agent is on a call, by the last look; null: not known. */
  isOnCall(workNo: string): boolean | null;
  /** Whether a page that is in view shows the skills' queues. */
  queuesInView(): boolean;
  /** Whether a page shows the agents now, or something else that looks at them for itself. */
  inView(): boolean;
  /** Until when what the last look told may be taken for the present; null: nobody looked yet. */
  knownUntil(): number | null;
  /** The agents as they are now; null: the last look is too long ago, or there was none. */
  rows(): Rows | null;
  /** `behind`: for something that has no page, and is not counted by `inView`. */
  feed(send: (message: RosterMessage) => void, behind?: 'behind'): Feed & { close(): void };
  /** A session began; the roster follows it until `stop`. */
  start(link: GatewayLink): void;
  stop(): void;
  /** Looks at once, as after a lost link. */
  refresh(): void;
  /** The inspector's own listen, each time it changes. */
  follow(listen: Listen): void;
  onEvent(event: GatewayEvent): void;
}

/** Looks further apart than this may have missed a change and its return. */
const continuousWithin = 15_000;

export function createRoster(options: RosterOptions): RosterService {
  const { clock, random, log } = options;
  const feeds = new Set<Feed>();
  const behind = new Set<Feed>();
  const source = createSource(log);
  const listens = createPastListens();
  let link: GatewayLink | null = null;
  let lookedAt: number | null = null;
  let status: RosterStatus = { kind: 'off' };
  let listenedTo: string | null = null;
  const table = createRosterTable(() => link?.agentId ?? null);

  const watching = (): Feed[] => [...feeds].filter((feed) => feed.visible());

  const publisher = createPublisher(clock, () => {
    const rows = presentRows();
    if (rows === null) return;
    const touched = table.touched();
    for (const feed of feeds) feed.update(rows, touched);
  });

  const looks = createLooks({
    clock,
    random,
    interval: options.interval,
    source,
    wanted: () => watching().length > 0,
    reader: table.reader,
    onList: async (list) => {
      const now = clock.now();
      const leftOut = await table.take({ list, at: now, continuous: isContinuous(now) });
      if (leftOut === null) return;
      lookedAt = now;
      publisher.publish();
      setStatus({ kind: 'ready', at: now, count: table.rows()?.size ?? 0, leftOut });
      options.onLook({ own: table.ownState(), stateOf: (workNo) => table.rows()?.get(workNo)?.state ?? null });
      groupNames.look();
      refiner.look();
    },
    onFailure: (failure) => {
      setStatus({ kind: 'failed', at: lookedAt, problem: failureProblem(failure) });
    },
  });

  const refiner = createRefiner({
    clock,
    log,
    attention: () => {
      const attentions = watching().map((feed) => feed.attention());
      return attentions.length === 0 ? null : mergeAttention(attentions);
    },
    rows: presentRows,
    onLearnt: (answers) => {
      table.learn(answers, clock.now(), options.gatewayDate());
      publisher.publish();
    },
    onRefused: () => {
      publisher.publish();
    },
  });

  const groupNames = createGroupNames({
    log,
    rows: presentRows,
    onNames: (names) => {
      table.nameGroups(names);
      publisher.publish();
    },
  });

  function setStatus(next: RosterStatus): void {
    status = next;
    options.onChange();
  }

  /** Whether two looks are close enough for nothing to have come and gone between them. */
  function isContinuous(now: number): boolean {
    return lookedAt !== null && now - lookedAt <= continuity();
  }

  /** Milliseconds for which a look is the present. */
  function continuity(): number {
    return Math.max(continuousWithin, 2 * looks.pause());
  }

  /** What may be shown at once: rows of long ago are not the present. */
  function presentRows(): Rows | null {
    return isContinuous(clock.now()) ? table.rows() : null;
  }

  function detailsOf(workNo: string): AgentDetails | null {
    const history = table.history(workNo);
    const past = listens.of(workNo);
    if (history.length === 0 && past.length === 0) return null;
    return { workNo, asked: refiner.asked(workNo), history, listens: [...past] };
  }

  return {
    status: () => status,
    nameOf: (workNo) => {
      const name = table.rows()?.get(workNo)?.name ?? '';
      return name === '' ? workNo : name;
    },
    isOnCall: (workNo) => {
      const state = table.rows()?.get(workNo)?.state;
      return state === undefined || state === 'unknown' ? null : state === 'talking' || state === 'occupied';
    },
    queuesInView: () => watching().some((feed) => feed.attention().queues === true),
    rows: presentRows,
    inView: () => watching().some((feed) => !behind.has(feed)),
    knownUntil: () => (lookedAt === null ? null : lookedAt + continuity()),
    feed: (send, place) => {
      const feed = createFeed({ rows: () => table.rows(), details: detailsOf }, send);
      feeds.add(feed);
      if (place === 'behind') behind.add(feed);
      return {
        ...feed,
        watch: (visible) => {
          feed.watch(visible);
          if (visible && link !== null && presentRows() === null) setStatus({ kind: 'loading', at: lookedAt });
          if (visible) looks.look();
          else if (watching().length === 0) looks.unwanted();
          refiner.look();
          options.onAttention();
        },
        watchAgents: (attention) => {
          feed.watchAgents(attention);
          refiner.look();
          options.onAttention();
        },
        close: () => {
          feeds.delete(feed);
          behind.delete(feed);
          if (watching().length === 0) looks.unwanted();
          refiner.look();
          options.onAttention();
        },
      };
    },
    start: (started) => {
      link = started;
      setStatus({ kind: 'loading', at: null });
      groupNames.start(started);
      refiner.start(started);
      looks.start(started);
    },
    stop: () => {
      looks.stop();
      refiner.stop();
      groupNames.stop();
      publisher.stop();
      link = null;
      lookedAt = null;
      listenedTo = null;
      table.clear();
      listens.clear();
      source.reset();
      for (const feed of feeds) feed.empty();
      setStatus({ kind: 'off' });
    },
    refresh: looks.look,
    follow: (listen) => {
      listens.follow(listen);
      const heard = listen.kind === 'listening' ? listen.agent.workNo : null;
      if (heard !== listenedTo) {
        if (listenedTo !== null) table.inspected(listenedTo, null);
        if (heard !== null) table.inspected(heard, link?.agentId ?? null);
        listenedTo = heard;
      }
      publisher.publish();
    },
    onEvent: (event) => {
      if (event.type !== 'AgentOther_BeQcStart' && event.type !== 'AgentOther_BeQcStop') return;
      table.inspected(event.inspected, event.type === 'AgentOther_BeQcStart' ? event.inspector : null);
      publisher.publish();
    },
  };
}
