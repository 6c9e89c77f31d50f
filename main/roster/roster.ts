import type { AgentState } from '../../contract/agentState.ts';
import type { AgentDetails, RosterMessage } from '../../contract/roster.ts';
import type { Listen, RosterStatus } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { ListReading } from '../gateway/agentList.ts';
import type { Failure } from '../gateway/failure.ts';
import type { GatewayLink } from '../gateway/link.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createFreshness } from './freshness.ts';
import type { Rows } from './fold.ts';
import { createGroupNames } from './groupNames.ts';
import { createInspectedAgents } from './inspectedAgents.ts';
import { createLooks } from './looks.ts';
import { createPastListens } from './pastListens.ts';
import { createPublisher } from './publisher.ts';
import { createRefiner } from './refiner.ts';
import { createSource } from './source.ts';
import { createSubscriptions, type Subscription } from './subscriptions.ts';
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
  feed(send: (message: RosterMessage) => void, behind?: 'behind'): Subscription;
  /** A session began; the roster follows it until `stop`. */
  start(link: GatewayLink): void;
  stop(): void;
  /** Looks at once, as after a lost link. */
  refresh(): void;
  /** The inspector's own listen, each time it changes. */
  follow(listen: Listen): void;
  onEvent(event: GatewayEvent): void;
}

export function createRoster(options: RosterOptions): RosterService {
  const { clock, random, log } = options;
  let link: GatewayLink | null = null;
  let status: RosterStatus = { kind: 'off' };
  const own = (): string | null => link?.agentId ?? null;
  const source = createSource(log);
  const listens = createPastListens();
  const table = createRosterTable(own);
  const inspected = createInspectedAgents(own, table.inspected);
  const freshness = createFreshness(clock);
  const subscriptions = createSubscriptions({ source: { rows: table.rows, details }, onShown, onNoneVisible, onAttention });
  const publisher = createPublisher(clock, send);
  const looks = createLooks({
    clock,
    random,
    interval: options.interval,
    source,
    wanted: subscriptions.anyVisible,
    reader: table.reader,
    onList,
    onFailure,
    onPause: freshness.paused,
  });
  const refiner = createRefiner({
    clock,
    log,
    attention: subscriptions.attention,
    rows: freshRows,
    onLearnt: (answers) => {
      table.learn(answers, clock.now(), options.gatewayDate());
      publisher.publish();
    },
    onRefused: publisher.publish,
  });
  const groupNames = createGroupNames({
    log,
    rows: freshRows,
    onNames: (names) => {
      table.nameGroups(names);
      publisher.publish();
    },
  });

  function setStatus(next: RosterStatus): void {
    status = next;
    options.onChange();
  }

  /** What may be shown at once: rows of long ago are not the present. */
  function freshRows(): Rows | null {
    return freshness.isFresh() ? table.rows() : null;
  }

  function details(workNo: string): AgentDetails | null {
    const history = table.history(workNo);
    const past = listens.of(workNo);
    if (history.length === 0 && past.length === 0) return null;
    return { workNo, asked: refiner.asked(workNo), history, listens: [...past] };
  }

  async function onList(list: ListReading): Promise<void> {
    const at = clock.now();
    const leftOut = await table.take({ list, at, continuous: freshness.isFresh(at) });
    if (leftOut === null) return;
    freshness.polled(at);
    publisher.publish();
    setStatus({ kind: 'ready', at, count: table.rows()?.size ?? 0, leftOut });
    options.onLook({ own: table.ownState(), stateOf: (workNo) => table.rows()?.get(workNo)?.state ?? null });
    groupNames.look();
    refiner.look();
  }

  function onFailure(failure: Failure): void {
    setStatus({ kind: 'failed', at: freshness.polledAt(), problem: failureProblem(failure) });
  }

  function send(): void {
    const rows = freshRows();
    if (rows !== null) subscriptions.update(rows, table.touched());
  }

  function onShown(): void {
    if (link !== null && freshRows() === null) setStatus({ kind: 'loading', at: freshness.polledAt() });
    looks.look();
  }

  function onNoneVisible(): void {
    looks.unwanted();
  }

  function onAttention(): void {
    refiner.look();
    options.onAttention();
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
    queuesInView: subscriptions.queuesVisible,
    rows: freshRows,
    inView: subscriptions.pageVisible,
    knownUntil: freshness.freshUntil,
    feed: (receive, place) => subscriptions.open(receive, place === 'behind'),
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
      freshness.clear();
      inspected.clear();
      table.clear();
      listens.clear();
      source.reset();
      subscriptions.empty();
      setStatus({ kind: 'off' });
    },
    refresh: looks.look,
    follow: (listen) => {
      listens.follow(listen);
      inspected.follow(listen);
      publisher.publish();
    },
    onEvent: (event) => {
      if (inspected.onEvent(event)) publisher.publish();
    },
  };
}
