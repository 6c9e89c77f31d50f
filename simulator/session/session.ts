import type { AgentEvent, Happening } from '../agentEvent.ts';
import type { Clock } from '../clock.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Account } from './account.ts';
import type { CallBack } from './callBack.ts';
import { createEventPush } from './eventPush.ts';
import type { EventPush } from './eventPush.ts';
import { createEventQueue } from './eventQueue.ts';
import type { EventQueue, PollOutcome } from './eventQueue.ts';
import type { EventLine } from '../habits/eventLine.ts';
import type { Guids } from './guids.ts';
import type { SignInParameters } from './signInParameters.ts';
import type { Timings } from '../timings.ts';

/** What a session is made of. */
export interface SessionOptions {
  readonly account: Account;
  readonly parameters: SignInParameters;
  /** Where events are pushed to; null: they are polled (protocol.md 1.1). */
  readonly callBack: CallBack | null;
  /** False means "long call": the line stays off-hook (protocol.md 1.1). */
  readonly releasePhone: boolean;
  readonly guids: Guids;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly apiEdition: ApiEdition;
  /** The way of the events to the client. */
  readonly lineTo: LineTo;
}

/** Lays the way of a session's events to where `deliver` puts them; `address` makes an event of what happened. */
export type LineTo = (end: {
  readonly agentId: string;
  readonly deliver: (event: AgentEvent) => void;
  readonly address: (happening: Happening) => AgentEvent;
}) => EventLine;

/** What an agent can switch while they are signed in (protocol.md 1.4, 1.6). */
export interface SessionFlags {
  autoAnswer: boolean;
  autoEnterIdle: boolean;
  /** Whether the agent answers inbound calls: without it none is routed to them. */
  talkRight: boolean;
  /** Only then are customers' calls routed to them. */
  skillsReset: boolean;
}

/** How the events reach the client. */
type Outlet = { readonly mode: 'poll'; readonly events: EventQueue } | { readonly mode: 'push'; readonly events: EventPush };

/** One signed-in agent: their Guids, their events, their last poll. Their state is the centre's matter. */
export interface Session {
  readonly agentId: string;
  readonly account: Account;
  readonly releasePhone: boolean;
  /** Whether the inspector asked to be told of others' signing in and out. */
  readonly listensToSignIns: boolean;
  /** Whether the client works the phone: phonepickup and phonehangup (protocol.md 4). */
  readonly phoneLinkage: boolean;
  readonly flags: SessionFlags;
  readonly guids: Guids;
  readonly loginTime: number;
  readonly eventMode: 'poll' | 'push';
  /** Whether customers' calls are routed to this agent. */
  readonly takesCalls: boolean;
  /** When the session was last kept alive: now, while a poll is held. */
  readonly lastPollAt: number;
  tell(...happenings: readonly Happening[]): void;
  /** Waits for the next event; in push mode there is nothing to wait for. */
  poll(gone: AbortSignal): Promise<PollOutcome | { readonly kind: 'wrongMode' }>;
  /** The handshake of push mode: keeps the session alive. */
  handshake(): void;
  /** Throws every waiting event away. */
  forgetEvents(): void;
  /** Ends the session; a held poll gets the last words, or learns that the agent is not signed in. */
  end(lastWords: Happening | null): void;
  /** Lets go of the client's own address, for the gateway itself ends. */
  close(): void;
}

export function createSession(options: SessionOptions): Session {
  const { account, parameters, releasePhone, guids, clock, apiEdition } = options;
  const { agentId } = account;
  const flags: SessionFlags = {
    autoAnswer: parameters.autoanswer,
    autoEnterIdle: parameters.autoenteridle,
    talkRight: true,
    skillsReset: false,
  };
  const outlet = outletOf(options);
  const loginTime = clock.now();
  let lastPollAt = loginTime;
  const line = options.lineTo({
    agentId,
    deliver: (event) => {
      outlet.events.push(event);
    },
    address,
  });

  function address({ eventType, content }: Happening): AgentEvent {
    const event = { eventType, workNo: agentId, content };
    return apiEdition.eventGenTime ? { ...event, eventGenTime: clock.now() } : event;
  }

  return {
    agentId,
    account,
    releasePhone,
    listensToSignIns: parameters.listenStatus,
    phoneLinkage: parameters.phonelinkage,
    flags,
    guids,
    loginTime,
    eventMode: outlet.mode,
    get takesCalls() {
      return flags.skillsReset && flags.talkRight;
    },
    get lastPollAt() {
      return outlet.mode === 'poll' && outlet.events.hasHeldPoll() ? clock.now() : lastPollAt;
    },
    tell: (...happenings) => {
      for (const happening of happenings) line.send(address(happening));
    },
    poll: async (gone) => {
      if (outlet.mode === 'push') return { kind: 'wrongMode' };
      lastPollAt = clock.now();
      const outcome = await outlet.events.poll(gone);
      lastPollAt = clock.now();
      return outcome;
    },
    handshake: () => {
      lastPollAt = clock.now();
    },
    forgetEvents: () => {
      line.clear();
      outlet.events.clear();
    },
    end: (lastWords) => {
      line.end();
      outlet.events.end(lastWords === null ? null : address(lastWords));
    },
    close: () => {
      line.end();
      if (outlet.mode === 'push') outlet.events.close();
    },
  };
}

function outletOf({ account, callBack, guids, clock, timings }: SessionOptions): Outlet {
  if (callBack === null) return { mode: 'poll', events: createEventQueue(clock, timings) };
  const { agentId } = account;
  return { mode: 'push', events: createEventPush({ agentId, callBack, guid: () => guids.current, clock, timings }) };
}
