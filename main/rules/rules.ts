import { isDeepStrictEqual } from 'node:util';
import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { Queue, Queues } from '../../contract/queues.ts';
import type { RosterMessage } from '../../contract/roster.ts';
import { tellsOfItself, watchesAgents, type Rule, type ShownRules } from '../../contract/rules.ts';
import type { RosterStatus, Session } from '../../contract/state.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import { done, listenUnderWay, notSignedIn, refuse } from '../results/commandAnswers.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { judgeQueues, notKnown, type Judgement } from './judge.ts';
import { advanceRules, keyedRules, noRules, ruleStatus, type JudgedRule } from './ruleMachine.ts';
import { notificationOf, type RuleNotifications } from './notification.ts';
import { createWatchedAgents, type RosterSubscription } from './watchedAgents.ts';

/** What the rest of the application has for the rules, as it is now. */
export interface RuleFacts {
  readonly rules: readonly Rule[];
  readonly session: Session;
  readonly roster: RosterStatus;
  /** Until when the last poll of the agents may be taken for the present; null: there was none. */
  readonly agentsUntil: number | null;
  /** Whether a page shows the agents. */
  readonly agentsInView: boolean;
  readonly queues: Queues;
  readonly queuesInView: boolean;
  /** Work numbers. */
  readonly favourites: readonly string[];
  /** Why the inspector is to be left alone; null: they are not. */
  readonly busy: 'listen' | 'alert' | null;
}

export interface RulesOptions {
  readonly clock: Clock;
  facts(): RuleFacts;
  /** A subscription of the rules' own: it goes on while the window is hidden. */
  subscribeToRoster(send: (message: RosterMessage) => void): RosterSubscription;
  queues(): readonly Queue[];
  nameOf(workNo: string): string;
  /** What is to be told by toast and sound now. */
  readonly notifications: RuleNotifications;
  /** Whether a rule needs the queues, shown or not, has changed. */
  onQueuesWanted(wanted: boolean): void;
  onChange(): void;
}

/** The inspector's rules: watches what they are about, and says which are on. */
export interface RulesService {
  shown(): ShownRules;
  /** Call with each change of the rest, before it is told. */
  follow(): void;
  /** What a page shows is another, which is no change that is told. */
  look(): void;
  readonly handlers: { readonly testRule: (input: CommandInput<'testRule'>) => CommandAnswer };
}

/** Milliseconds from one judgement to the next that patches of the roster alone cause. */
export const judgedApart = 1_000;

/** Milliseconds for which a toast of rules stays where the system leaves it. */
export const notificationStays = 10_000;

/** Queues that were told longer ago (ms) are not the present: three polls of eight seconds, and some. */
export const queuesFreshFor = 30_000;

export function createRules(options: RulesOptions): RulesService {
  const { clock, notifications } = options;
  const agents = createWatchedAgents({ open: options.subscribeToRoster, onChange: onAgents });
  let state = noRules;
  let shown: ShownRules = [];
  let keyedOf: readonly Rule[] = [];
  let keyed = keyedRules(keyedOf);
  let wantsQueues = false;
  /** When it was last so that the gateway could not be reached; whether it is so now. */
  let lostAt = Number.NEGATIVE_INFINITY;
  let lost = false;
  /** From what the rules were judged last. */
  let judgedFrom: readonly unknown[] = [];
  let judgedAt = Number.NEGATIVE_INFINITY;
  let cancelWake: CancelTimer = () => undefined;
  let wakesAt = Number.NEGATIVE_INFINITY;
  let taking = false;

  /** Patches come up to four times a second, which no rule needs; a poll shows in the roster's status, too. */
  function onAgents(): void {
    wakeAt([Math.min(wakesAt, judgedAt + judgedApart)], clock.now());
  }

  /** `tell`: whether the rest has to hear of what changed, as it does not ask by itself. */
  function take(tell: boolean): void {
    // What is opened on the way reports at once.
    if (taking) return;
    taking = true;
    const before = { shown, notification: notifications.now() };
    try {
      const facts = options.facts();
      const from = inputs(facts);
      const now = clock.now();
      // The rest changes several times a second, and seldom in what rules are about.
      if (now < wakesAt && isSame(judgedFrom, from)) return;
      judgedFrom = from;
      judgedAt = now;
      advance(facts, now);
    } finally {
      taking = false;
    }
    if (tell && (before.shown !== shown || before.notification !== notifications.now())) options.onChange();
  }

  function inputs({ session, ...facts }: RuleFacts): readonly unknown[] {
    const connection = session.kind === 'signedIn' ? session.connection.kind : null;
    return [...Object.values(facts), session.kind, connection, notifications.now()];
  }

  function advance(facts: RuleFacts, now: number): void {
    const isIn = facts.session.kind === 'signedIn';
    const watched = isIn ? facts.rules.filter(({ enabled }) => enabled) : [];
    want(watched.some((rule) => !watchesAgents(rule.watch) && tellsOfItself(rule)));
    if (facts.rules !== keyedOf) {
      keyed = keyedRules(facts.rules);
      keyedOf = facts.rules;
    }
    agents.set(keyed, facts.favourites);
    const ofAgents = watched.filter(({ watch }) => watchesAgents(watch));
    agents.look(ofAgents.some(tellsOfItself) ? 'always' : ofAgents.length > 0 && facts.agentsInView ? 'inView' : 'never');
    if (!isIn) agents.forget();
    const wasLost = lost;
    lost = facts.session.kind === 'signedIn' && isLost(facts.session);
    if (lost || wasLost) lostAt = now;
    const judged = keyed.map((each): JudgedRule => ({ ...each, judgement: judge(each, facts, now) }));
    agents.askForTimes();
    // A ring and a listen have the way.
    let notification = notifications.now();
    if (notification !== null && (facts.busy !== null || !isIn || now - notification.since >= notificationStays)) notification = null;
    const step = advanceRules(isIn ? state : noRules, judged, facts.busy !== null || notification?.isTest === true, now);
    state = step.state;
    if (step.news.length > 0) notification = notificationOf(step.news, false, now);
    notifications.set(notification);
    const next = judged.map((each) => ruleStatus(each, state));
    if (!isDeepStrictEqual(next, shown)) shown = next;
    wakeAt([step.wake, notification === null ? null : notification.since + notificationStays, ...(isIn ? wakes(facts, now) : [])], now);
  }

  function judge({ key, rule }: { readonly key: string; readonly rule: Rule }, facts: RuleFacts, now: number): Judgement {
    const { session, roster } = facts;
    if (session.kind !== 'signedIn') return notKnown('notSignedIn');
    if (isLost(session)) return notKnown('noContact');
    const { watch } = rule;
    if (watch.kind === 'waiting' || watch.kind === 'longestWait') return judgeOfQueues(rule, watch, facts, now);
    if (!tellsOfItself(rule) && !facts.agentsInView) return notKnown('outOfView');
    const lookedAt = roster.kind === 'ready' || roster.kind === 'failed' ? roster.at : null;
    const isPresent = lookedAt !== null && lookedAt > lostAt && facts.agentsUntil !== null && now <= facts.agentsUntil;
    if (!isPresent)
      return notKnown(roster.kind === 'failed' || (lookedAt !== null && lookedAt > lostAt) ? 'agentsNotHeard' : 'notLookedYet');
    // When a poll failed since, what the last one left out is not told.
    const leftOut = roster.kind === 'ready' ? roster.leftOut : 0;
    return agents.judge(key, watch, { leftOut, nameOf: options.nameOf }, now);
  }

  function judgeOfQueues(
    rule: Rule,
    watch: Parameters<typeof judgeQueues>[0],
    { queues, queuesInView }: RuleFacts,
    now: number,
  ): Judgement {
    if (queues.kind === 'notHere') return notKnown('queuesNotHere');
    if (!tellsOfItself(rule) && !queuesInView) return notKnown('outOfView');
    if (queues.kind !== 'ready' || queues.at <= lostAt) return notKnown('notLookedYet');
    if (now - queues.at > queuesFreshFor) return notKnown('queuesNotHeard');
    return judgeQueues(watch, options.queues());
  }

  /** When something may be another than now without anybody telling: somebody is long enough in a state, or what was told is old. */
  function wakes({ agentsUntil, queues }: RuleFacts, now: number): readonly (number | null)[] {
    const ends = [agentsUntil, queues.kind === 'ready' ? queues.at + queuesFreshFor : null];
    return [agents.due(now), ...ends.map((end) => (end === null || end < now ? null : end + 1))];
  }

  function wakeAt(times: readonly (number | null)[], now: number): void {
    const next = Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY));
    cancelWake();
    wakesAt = next;
    cancelWake = Number.isFinite(next) ? clock.after(Math.max(next - now, 1), () => take(true)) : () => undefined;
  }

  function want(queues: boolean): void {
    if (queues === wantsQueues) return;
    wantsQueues = queues;
    options.onQueuesWanted(queues);
  }

  function testRule({ rule }: CommandInput<'testRule'>): CommandAnswer {
    const { session, busy } = options.facts();
    if (session.kind !== 'signedIn') return refuse(notSignedIn);
    if (busy !== null) return refuse(busy === 'listen' ? listenUnderWay : ownProblem('alert-under-way'));
    notifications.set(notificationOf([{ rule, about: { kind: 'number', number: 0, agents: [] } }], true, clock.now()));
    take(false);
    options.onChange();
    return done;
  }

  return {
    shown: () => shown,
    follow: () => {
      take(false);
    },
    look: () => {
      take(true);
    },
    handlers: { testRule },
  };
}

/** Whether there is no contact in which anything could be told. */
function isLost({ connection }: Extract<Session, { kind: 'signedIn' }>): boolean {
  return connection.kind === 'reconnecting' || connection.kind === 'offline';
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
