import type { CommandAnswer } from '../../contract/commands.ts';
import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Follow, Listen, ListenedAgent, RosterStatus, Session } from '../../contract/state.ts';
import { done, refuse } from '../results/commandAnswers.ts';
import type { CancelTimer, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { advanceFollow, followDoubt, shownFollow, type FollowDoubt, type FollowInput, type FollowState } from './follow.ts';
import { agentBlock } from './followBlock.ts';

/** A look at the roster of its own: it goes on while the window is hidden. */
export interface RosterLook {
  watch(visible: boolean): void;
  close(): void;
}

export interface FollowParts {
  readonly clock: Clock;
  readonly log: Log;
  mode(): Settings['followMode'];
  rosterFeed(send: (message: RosterMessage) => void): RosterLook;
  /** Asks the gateway for the listen. */
  listen(agent: ListenedAgent): CommandAnswer;
  say(doubt: FollowDoubt, agent: ListenedAgent): void;
  onChange(): void;
}

/** Carries the follow machine out. */
export interface FollowRoom {
  shown(): Follow;
  /** Refused when the agent is on a call, or is not in the roster. */
  arm(agent: ListenedAgent): CommandAnswer;
  take(input: FollowInput): void;
  /** The rest of the state, each time it changes: what makes waiting doubtful ends it. */
  watch(session: Session, roster: RosterStatus, listen: Listen): void;
}

const anHour = 3_600_000;

export function createFollow(parts: FollowParts): FollowRoom {
  const { clock, log } = parts;
  let state: FollowState = { kind: 'off' };
  let feed: RosterLook | null = null;
  let cancelHour: CancelTimer = () => undefined;

  function take(input: FollowInput): void {
    const before = state;
    const step = advanceFollow(state, input, clock.now());
    if (step.state === before && step.effects.length === 0) return;
    state = step.state;
    if (state.kind !== before.kind) log.info('follow', { step: state.kind });
    if (state.kind === 'off' || state.kind === 'calling') lookNoMore();
    for (const effect of step.effects) {
      if (effect.kind === 'say') {
        log.info('follow ended', { why: effect.doubt });
        parts.say(effect.doubt, effect.agent);
      } else if (!parts.listen(effect.agent).ok) take({ kind: 'doubt', doubt: 'refused' });
    }
    parts.onChange();
  }

  function lookNoMore(): void {
    cancelHour();
    feed?.close();
    feed = null;
  }

  function arm(agent: ListenedAgent): CommandAnswer {
    lookNoMore();
    let row: RosterRow | null | undefined;
    let armed = false;
    // What the feed says while it is being opened is how the agent is now; what it says later is how they fare.
    const look = parts.rosterFeed((message) => {
      const news = newsOf(message, agent.workNo);
      if (news === undefined) return;
      row = news;
      if (armed) take({ kind: 'seen', row: news, mode: parts.mode() });
    });
    look.watch(true);
    const block = agentBlock(row);
    if (block !== null) {
      look.close();
      take({ kind: 'unfollowed' });
      return refuse(block);
    }
    feed = look;
    cancelHour = clock.after(anHour, () => {
      take({ kind: 'doubt', doubt: 'anHour' });
    });
    armed = true;
    take({ kind: 'armed', agent });
    return done;
  }

  return {
    shown: () => shownFollow(state),
    arm,
    take,
    watch: (session, roster, listen) => {
      if (state.kind === 'off') return;
      take({ kind: 'listen', listen });
      const doubt = followDoubt(session, roster);
      if (doubt !== null) take({ kind: 'doubt', doubt });
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
