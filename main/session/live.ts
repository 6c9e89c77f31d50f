import type { AgentState } from '../../contract/agentState.ts';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { Connection } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import { sayFree, type QueryLimits } from '../gateway/onlineagent.ts';
import { failureProblem } from '../gateway/problem.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createContact } from './contact/contact.ts';
import { createKnownOwnState } from './contact/knownOwnState.ts';
import type { GatewayConnection } from './connection/gatewayConnection.ts';
import { ownStateNews } from './contact/ownState.ts';
import { startPoll } from './poll/poll.ts';
import type { PollTimings } from './poll/pollTimings.ts';
import { signedOutAfter } from './contact/signedOutAfter.ts';
import { onWaking } from './contact/wakeUp.ts';
import { sessionEnd, type SessionEnd } from './sessionEnd.ts';

export interface LiveOptions {
  readonly connection: GatewayConnection;
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly log: Log;
  readonly timings: PollTimings;
  onChange(): void;
  onEvent(event: GatewayEvent): void;
  /** The own state is another now. */
  onOwnState(state: AgentState): void;
  /** A good answer came. */
  onContact(): void;
  /** A poll brought no answer: an event may be lost with it. */
  onLost(): void;
  /** Contact is back after a loss: what happened meanwhile must be asked for. */
  onRegained(): void;
  /** The gateway does not hold polls. */
  onShortPolling(): void;
  /** Something on the way cuts held polls off. */
  onPollsCut(): void;
  /** Whether a new session can be had without asking: then a backup gateway that does not know this one ends it. */
  canSignInAgain(): boolean;
  onOver(end: SessionEnd): void;
}

/** A signed-in session: its poll, its freshness and the inspector's own state. */
export interface LiveSession {
  readonly link: GatewayLink;
  connection(): Connection;
  ownState(): AgentState;
  /** Asks the gateway for the own state, at once and by itself; the answer also goes into `ownState`. */
  askOwnState(limits: QueryLimits): Promise<Reply<AgentState>>;
  goIdle(): Promise<CommandAnswer>;
  hurry(): void;
  /** The computer woke up: a held poll may hang on a dead connection, and what came meanwhile is unknown. */
  wake(): void;
  /** The way to the gateway may be another now, or the inspector wants a try at once: new connections. */
  reconnect(): void;
  stop(): void;
}

/** So many polls in a row that fail while the gateway answers everything else are not a bad moment. */
const pollsFailAfter = 3;

export function startLive(options: LiveOptions): LiveSession {
  const { connection, clock, log } = options;
  const { link } = connection;
  const contact = createContact(clock, options.timings.deadline, options.onChange);
  const ownState = createKnownOwnState({
    link,
    clock,
    onOwnState: (state) => {
      options.onOwnState(state);
      options.onChange();
    },
  });
  let lastPoll = contact.last();
  let shutdownHeard = false;

  function takeEvent(event: GatewayEvent): void {
    if (event.type === 'other') log.info('event ignored', { eventType: event.eventType });
    else log.info('event', { type: event.type });
    // The agent is definitely out (protocol.md 1.5); the next poll says so, and ends the session.
    if (event.type === 'AgentOther_ShutdownService') shutdownHeard = true;
    const news = ownStateNews(event);
    switch (news.kind) {
      case 'is':
        ownState.told(news.state);
        break;
      case 'ask':
        ownState.ask();
        break;
      case 'nothing':
        break;
    }
    options.onEvent(event);
  }

  const poll = startPoll({
    link,
    clock,
    monotonic: options.monotonic,
    random: options.random,
    log,
    timings: options.timings,
    endpoints: connection.endpoints,
    probe: ownState.probe,
    renewConnections: connection.renewConnections,
    guid: connection.guid,
    heardAt: connection.heardAt,
    onUnheard: connection.onUnheard,
    mayEndAtBackup: () => options.canSignInAgain() || clock.now() - lastPoll >= signedOutAfter,
    onContact: () => {
      lastPoll = clock.now();
      contact.heard({ kind: 'none' });
      options.onContact();
    },
    onHeld: (at) => {
      const trouble = contact.trouble();
      contact.heard(trouble.kind === 'lost' ? { kind: 'none' } : trouble, at);
    },
    onGap: () => {
      ownState.askUnlessProbing();
      options.onRegained();
    },
    onRegained: (failedAlone) => {
      const trouble = contact.trouble();
      const problem = trouble.kind === 'none' ? null : trouble.problem;
      contact.heard(problem !== null && failedAlone >= pollsFailAfter ? { kind: 'refused', problem } : { kind: 'none' });
      options.onContact();
      options.onRegained();
    },
    onShortPolling: options.onShortPolling,
    onPollsCut: options.onPollsCut,
    onEvent: takeEvent,
    onRefused: (failure) => {
      contact.heard({ kind: 'refused', problem: failureProblem(failure) });
    },
    onLoss: (failure, inARow, nextAttempt) => {
      contact.lost({ kind: 'lost', problem: failureProblem(failure), inARow, nextAttempt });
      if (nextAttempt !== null) options.onLost();
      options.onChange();
    },
    onOver: (failure) => {
      stop();
      const afterLoss = contact.trouble().kind === 'lost';
      options.onOver(sessionEnd(failure, { sincePoll: clock.now() - lastPoll, afterLoss, shutdownHeard }));
    },
  });

  function stop(): void {
    contact.stop();
    ownState.stop();
    poll.stop();
  }

  function reconnect(): void {
    options.onLost();
    poll.restart();
    connection.renewConnections();
  }

  ownState.ask();

  return {
    link,
    connection: contact.connection,
    ownState: ownState.get,
    askOwnState: ownState.query,
    goIdle: async () => {
      const reply = await sayFree(link);
      if (!reply.ok) return { ok: false, problem: failureProblem(reply.failure) };
      // Accepted is not idle yet: the gateway's own word decides.
      ownState.ask();
      return { ok: true };
    },
    hurry: poll.hurry,
    wake: () => {
      switch (onWaking(contact, clock)) {
        case 'hurry':
          poll.hurry();
          return;
        case 'reconnect':
          reconnect();
          return;
      }
    },
    reconnect,
    stop,
  };
}
