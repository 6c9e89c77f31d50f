import { isDeepStrictEqual } from 'node:util';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import type { Settings } from '../../contract/settings.ts';
import type { NamedPlan, StandingEnd } from '../../contract/standing.ts';
import type { Follow, Listen, ListenedAgent, RosterStatus, Session } from '../../contract/state.ts';
import { done, refuse } from '../results/commandAnswers.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import {
  advanceFollow,
  followEndReason,
  shownFollow,
  type FollowEndReason,
  type FollowEffect,
  type FollowInput,
  type FollowState,
} from './follow.ts';
import { agentBlock } from './followBlock.ts';
import { inPrecedence } from './standingOrder.ts';

/** A subscription to the roster that goes on while the window is hidden. */
export interface RosterWatch {
  watch(visible: boolean): void;
  close(): void;
}

export interface FollowOptions {
  readonly clock: Clock;
  readonly log: Log;
  mode(): Settings['followMode'];
  subscribeToRoster(send: (message: RosterMessage) => void): RosterWatch;
  /** The agents as they are now; null: not known. */
  rows(): ReadonlyMap<string, RosterRow> | null;
  /** To whom the gateway refused a listen for lack of a right. */
  refused(): readonly string[];
  /** Asks the gateway for the listen. */
  listen(agent: ListenedAgent): CommandAnswer;
  say(why: FollowEndReason, agent: ListenedAgent): void;
  sayEnd(why: StandingEnd, listens: number): void;
  onChange(): void;
}

/** Carries the follow machine out. */
export interface FollowService {
  shown(): Follow;
  /** Refused when the agent is on a call, or is not in the roster. */
  arm(agent: ListenedAgent): CommandAnswer;
  /** Begins a standing listen, or changes the one that goes on. */
  stand(plan: NamedPlan): void;
  /** "Listen" to the question of a standing listen. */
  accept(): CommandAnswer;
  take(input: FollowInput): void;
  /** Whether a listen to this agent that begins now is a standing listen's. */
  standsBehind(workNo: string): boolean;
  /** The rest of the state, each time it changes: what stands in its way ends or pauses it. `allowed`: by the administrator. */
  watch(session: Session, roster: RosterStatus, listen: Listen, allowed: boolean): void;
}

const anHour = 3_600_000;

/** Milliseconds between two checks of the time, for what ends by it. */
const tickEvery = 10_000;

export function createFollow(options: FollowOptions): FollowService {
  const { clock, log } = options;
  let state: FollowState = { kind: 'off' };
  let subscription: RosterWatch | null = null;
  let cancelTimer: CancelTimer = () => undefined;
  /** Of the poll that a standing listen saw last. */
  let lookedAt: number | null = null;
  let asked: CommandAnswer = done;

  function take(input: FollowInput): void {
    const before = state;
    const step = advanceFollow(state, input, clock.now());
    if (step.state === before && step.effects.length === 0) return;
    state = step.state;
    if (state.kind !== before.kind) log.info('follow', { step: state.kind });
    if (state.kind === 'off' || state.kind === 'calling') stopWatching();
    for (const effect of step.effects) carryOut(effect);
    if (!isDeepStrictEqual(shownFollow(state), shownFollow(before))) options.onChange();
  }

  function carryOut(effect: FollowEffect): void {
    switch (effect.kind) {
      case 'say':
        log.info('follow ended', { why: effect.why });
        options.say(effect.why, effect.agent);
        return;
      case 'sayEnd':
        log.info('standing listen ended', { why: effect.why });
        options.sayEnd(effect.why, effect.listens);
        return;
      case 'listen':
        asked = options.listen(effect.agent);
        if (!asked.ok) take({ kind: 'obstacle', obstacle: 'refused' });
    }
  }

  function stopWatching(): void {
    cancelTimer();
    subscription?.close();
    subscription = null;
  }

  function arm(agent: ListenedAgent): CommandAnswer {
    stopWatching();
    let row: RosterRow | null | undefined;
    let armed = false;
    // What the subscription says while it is being opened is how the agent is now; what it says later is how they fare.
    const look = options.subscribeToRoster((message) => {
      const news = newsOf(message, agent.workNo);
      if (news === undefined) return;
      row = news;
      if (armed) take({ kind: 'seen', row: news, mode: options.mode() });
    });
    look.watch(true);
    const block = agentBlock(row);
    if (block !== null) {
      look.close();
      take({ kind: 'unfollowed' });
      return refuse(block);
    }
    subscription = look;
    cancelTimer = clock.after(anHour, () => {
      take({ kind: 'obstacle', obstacle: 'anHour' });
    });
    armed = true;
    take({ kind: 'armed', agent });
    return done;
  }

  function stand(plan: NamedPlan): void {
    stopWatching();
    lookedAt = null;
    take({ kind: 'standing', plan });
    subscription = options.subscribeToRoster(lookAtAll);
    subscription.watch(true);
    tick();
  }

  /** Gives a standing listen all its agents, as they are now. */
  function lookAtAll(): void {
    const rows = options.rows();
    if (rows === null) return;
    // The window may have closed since.
    take({ kind: 'time', date: clock.wall() });
    if (state.kind !== 'standing') return;
    take({ kind: 'looked', look: inPrecedence(state.plan.targets, rows, new Set(options.refused())), mode: options.mode() });
  }

  function tick(): void {
    take({ kind: 'time', date: clock.wall() });
    if (state.kind === 'standing') cancelTimer = clock.after(tickEvery, tick);
  }

  function watchStanding(roster: RosterStatus): void {
    if (state.kind !== 'standing' || roster.kind !== 'ready' || roster.at === lookedAt) return;
    lookedAt = roster.at;
    lookAtAll();
  }

  return {
    shown: () => shownFollow(state),
    arm,
    stand,
    accept: () => {
      asked = done;
      take({ kind: 'accepted' });
      return asked;
    },
    take,
    standsBehind: (workNo) => state.kind === 'standing' && state.step.kind === 'calling' && state.step.agent.workNo === workNo,
    watch: (session, roster, listen, allowed) => {
      if (state.kind === 'off') return;
      take({ kind: 'listen', listen });
      const obstacle = allowed ? followEndReason(session, roster) : 'notAllowed';
      take(obstacle === null ? { kind: 'noObstacle' } : { kind: 'obstacle', obstacle });
      watchStanding(roster);
    },
  };
}

/** What a message says of one agent: null, that they are gone; undefined, nothing. */
function newsOf(message: RosterMessage, workNo: string): RosterRow | null | undefined {
  switch (message.kind) {
    case 'snapshot':
      return message.rows.find((row) => row.workNo === workNo) ?? null;
    case 'patch':
      return message.removed.includes(workNo) ? null : message.changed.find((row) => row.workNo === workNo);
    case 'details':
      return undefined;
  }
}
