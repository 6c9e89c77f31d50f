import type { AgentState } from '../../contract/agentState.ts';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Connection } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import { getAgentStatus, sayFree } from '../gateway/onlineagent.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { Clock, Log } from '../host.ts';
import { ownStateNews } from './ownState.ts';
import { startPoll, type PollTimings } from './poll.ts';

export interface LiveParts {
  readonly link: GatewayLink;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly timings: PollTimings;
  onChange(): void;
  onEvent(event: GatewayEvent): void;
  /** A good answer came. */
  onContact(): void;
  /** Contact is back after a loss: what happened meanwhile must be asked for. */
  /** A poll brought no answer: an event may be lost with it. */
  onLost(): void;
  onRegained(): void;
  onOver(problem: Problem): void;
}

/** A signed-in session: its poll, its freshness and the inspector's own state. */
export interface LiveSession {
  readonly link: GatewayLink;
  connection(): Connection;
  ownState(): AgentState;
  /** Asks the gateway for the own state; the answer also goes into `ownState`. */
  askOwnState(): Promise<Reply<AgentState>>;
  goIdle(): Promise<CommandAnswer>;
  hurry(): void;
  /** The computer woke up: a held poll may hang on a dead connection, and what came meanwhile is unknown. */
  wake(): void;
  stop(): void;
}

/** Silence for this long is stale: a hold of ten seconds and a margin. */
const staleAfter = 15_000;

/** A contact older than the gateway's hold, when the computer wakes up, is one that was slept through. */
const wakeAfter = 11_000;

/** A query of the own state that failed is tried again after this long. */
const askAgainAfter = 2_000;

/** One loss may be a closed keep-alive connection; two in a row are a lost link. */
const offlineAfterLosses = 2;

export function startLive(parts: LiveParts): LiveSession {
  const { link, clock, log } = parts;
  let lastContact = clock.now();
  let losses = 0;
  let problem: Problem | null = null;
  let ownState: AgentState = 'unknown';
  /** Numbers what is known of the own state, so that an older answer never overwrites a newer word. */
  let word = 0;
  let regaining = false;
  let stopped = false;
  let cancelStale = watchStale();

  function watchStale(): () => void {
    return clock.after(staleAfter + 1, parts.onChange);
  }

  function setOwnState(state: AgentState): void {
    if (state === ownState) return;
    ownState = state;
    parts.onChange();
  }

  async function askOwnState(): Promise<Reply<AgentState>> {
    word += 1;
    const asked = word;
    const reply = await getAgentStatus(link);
    if (reply.ok && asked === word) setOwnState(reply.value);
    return reply;
  }

  function ask(): void {
    void askOwnState().then((reply) => {
      if (!reply.ok && !stopped) clock.after(askAgainAfter, ask);
    });
  }

  function contact(): void {
    lastContact = clock.now();
    losses = 0;
    cancelStale();
    cancelStale = watchStale();
  }

  const poll = startPoll({
    link,
    clock,
    random: parts.random,
    log,
    timings: parts.timings,
    onContact: () => {
      const regained = losses > 0 || regaining;
      regaining = false;
      problem = null;
      contact();
      parts.onContact();
      parts.onChange();
      if (regained) {
        ask();
        parts.onRegained();
      }
    },
    onEvent: (event) => {
      if (event.type === 'other') log.info('event ignored', { eventType: event.eventType });
      else log.info('event', { type: event.type });
      const news = ownStateNews(event);
      switch (news.kind) {
        case 'is':
          word += 1;
          setOwnState(news.state);
          break;
        case 'ask':
          ask();
          break;
        case 'nothing':
          break;
      }
      parts.onEvent(event);
    },
    onRefused: (failure) => {
      contact();
      problem = failureProblem(failure);
      parts.onChange();
    },
    onLoss: (failure, inARow) => {
      losses = inARow;
      problem = failureProblem(failure);
      parts.onLost();
      parts.onChange();
    },
    onOver: (failure) => {
      stop();
      parts.onOver(failureProblem(failure));
    },
  });

  function stop(): void {
    stopped = true;
    cancelStale();
    poll.stop();
  }

  ask();

  return {
    link,
    connection: () => ({ kind: connectionKind(clock.now() - lastContact, losses, problem !== null), lastContact, problem }),
    ownState: () => ownState,
    askOwnState,
    goIdle: async () => {
      const reply = await sayFree(link);
      if (!reply.ok) return { ok: false, problem: failureProblem(reply.failure) };
      // Accepted is not idle yet: the gateway's own word decides.
      ask();
      return { ok: true };
    },
    hurry: poll.hurry,
    wake: () => {
      // After a short lock the held poll is as good as ever, and giving it up could lose an event on its way.
      if (clock.now() - lastContact <= wakeAfter) {
        poll.hurry();
        return;
      }
      regaining = true;
      poll.restart();
    },
    stop,
  };
}

/** Live; stale after silence, or while the gateway answers with refusals; offline when nothing answers. */
export function connectionKind(silence: number, losses: number, refused: boolean): Connection['kind'] {
  if (losses >= offlineAfterLosses) return 'offline';
  return silence > staleAfter || (refused && losses === 0) ? 'stale' : 'live';
}
