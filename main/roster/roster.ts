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
import type { Rows } from './mergeAgent.ts';
import { createGroupNames } from './groupNames.ts';
import { createInspectedAgents } from './inspectedAgents.ts';
import { createRosterPoller } from './rosterPoller.ts';
import { createPastListens } from './pastListens.ts';
import { createPublisher } from './publisher.ts';
import { createDetailFetcher } from './detailFetcher.ts';
import { createSource } from './source.ts';
import { createSubscriptions, type OpenSubscription } from './subscriptions.ts';
import { createRosterTable } from './table.ts';

export interface RosterOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Milliseconds between two polls. */
  interval(): number;
  /** Milliseconds since 1970, by the gateway's clock. */
  gatewayDate(): number;
  onChange(): void;
  /** What the subscribers show and care for may have changed. */
  onAttention(): void;
  /** The gateway's list came: what it says of the inspector (null: nothing), and of any agent. */
  onPoll(states: RosterStates): void;
}

export interface RosterStates {
  readonly own: AgentState | null;
  stateOf(workNo: string): AgentState | null;
}

/** The agents of the call centre, polled while a subscriber is in view. */
export interface RosterService {
  status(): RosterStatus;
  /** The name that goes with a work number; the number itself when unknown. */
  nameOf(workNo: string): string;
  /** Whether the agent is on a call, by the last poll; null: not known. */
  isOnCall(workNo: string): boolean | null;
  /** Whether a page that is in view shows the skills' queues. */
  areQueuesInView(): boolean;
  /** Whether a page, or a module that counts as one, shows the agents now. */
  isInView(): boolean;
  /** Until when the last poll may be taken for the present; null: not polled yet. */
  freshUntil(): number | null;
  /** The agents as they are now; null: the last poll is too long ago, or there was none. */
  rows(): Rows | null;
  /** `behind`: for a module without a page, which `isInView` does not count. */
  subscribe(send: (message: RosterMessage) => void, behind?: 'behind'): OpenSubscription;
  /** A session began; the roster follows it until `stop`. */
  start(link: GatewayLink): void;
  stop(): void;
  /** Polls at once, as after a lost connection. */
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
  const poller = createRosterPoller({
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
  const detailFetcher = createDetailFetcher({
    clock,
    log,
    attention: subscriptions.attention,
    rows: freshRows,
    onDetails: (answers) => {
      table.applyDetails(answers, clock.now(), options.gatewayDate());
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

  /** Rows of long ago are not the present. */
  function freshRows(): Rows | null {
    return freshness.isFresh() ? table.rows() : null;
  }

  function details(workNo: string): AgentDetails | null {
    const history = table.history(workNo);
    const past = listens.of(workNo);
    if (history.length === 0 && past.length === 0) return null;
    return { workNo, asked: detailFetcher.asked(workNo), history, listens: [...past] };
  }

  async function onList(list: ListReading): Promise<void> {
    const at = clock.now();
    const leftOut = await table.applyList({ list, at, continuous: freshness.isFresh(at) });
    if (leftOut === null) return;
    freshness.polled(at);
    publisher.publish();
    setStatus({ kind: 'ready', at, count: table.rows()?.size ?? 0, leftOut });
    options.onPoll({ own: table.ownState(), stateOf: (workNo) => table.rows()?.get(workNo)?.state ?? null });
    groupNames.update();
    detailFetcher.update();
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
    poller.poll();
  }

  function onNoneVisible(): void {
    poller.unwanted();
  }

  function onAttention(): void {
    detailFetcher.update();
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
    areQueuesInView: subscriptions.queuesVisible,
    rows: freshRows,
    isInView: subscriptions.pageVisible,
    freshUntil: freshness.freshUntil,
    subscribe: (receive, place) => subscriptions.open(receive, place === 'behind'),
    start: (started) => {
      link = started;
      setStatus({ kind: 'loading', at: null });
      groupNames.start(started);
      detailFetcher.start(started);
      poller.start(started);
    },
    stop: () => {
      poller.stop();
      detailFetcher.stop();
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
    refresh: poller.poll,
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
