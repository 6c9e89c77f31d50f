import type { AgentEvent, Happening } from '../agentEvent.ts';
import type { Clock } from '../clock.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Account } from './account.ts';
import type { CallBack } from './callBack.ts';
import { EventPush } from './eventPush.ts';
import { EventQueue } from './eventQueue.ts';
import type { PollOutcome } from './eventQueue.ts';
import type { EventLine } from '../habits/eventLine.ts';
import type { Guids } from './guids.ts';
import type { SignInParameters } from './signInParameters.ts';
import type { Timings } from '../timings.ts';

/** What a session is made of. */
export interface SessionOptions {
  readonly account: Account;
  readonly parameters: SignInParameters;
  /** Where events are pushed to; undefined: they are polled (protocol.md 1.1). */
  readonly callBack: CallBack | undefined;
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
type Outlet = { readonly mode: 'poll'; readonly queue: EventQueue } | { readonly mode: 'push'; readonly push: EventPush };

/** One signed-in agent: their Guids, their events, their last poll. Their state is the centre's matter. */
export class Session {
  readonly account: Account;
  readonly releasePhone: boolean;
  /** Whether the inspector asked to be told of others' signing in and out. */
  readonly listensToSignIns: boolean;
  /** Whether the client works the phone: phonepickup and phonehangup (protocol.md 4). */
  readonly phoneLinkage: boolean;
  readonly flags: SessionFlags;
  readonly guids: Guids;
  readonly loginTime: number;
  readonly #clock: Clock;
  readonly #apiEdition: ApiEdition;
  readonly #outlet: Outlet;
  readonly #line: EventLine;
  #lastPollAt: number;

  constructor(options: SessionOptions) {
    const { autoanswer, autoenteridle, listenStatus, phonelinkage } = options.parameters;
    this.account = options.account;
    this.releasePhone = options.releasePhone;
    this.listensToSignIns = listenStatus;
    this.phoneLinkage = phonelinkage;
    this.flags = { autoAnswer: autoanswer, autoEnterIdle: autoenteridle, talkRight: true, skillsReset: false };
    this.guids = options.guids;
    this.#clock = options.clock;
    this.#apiEdition = options.apiEdition;
    this.#outlet = outletOf(options);
    this.loginTime = options.clock.now();
    this.#lastPollAt = this.loginTime;
    this.#line = options.lineTo({
      agentId: this.agentId,
      deliver: (event) => {
        if (this.#outlet.mode === 'poll') this.#outlet.queue.push(event);
        else this.#outlet.push.push(event);
      },
      address: (happening) => this.#addressed(happening),
    });
  }

  get agentId(): string {
    return this.account.agentId;
  }

  get eventMode(): Outlet['mode'] {
    return this.#outlet.mode;
  }

  /** Whether customers' calls are routed to this agent. */
  get takesCalls(): boolean {
    return this.flags.skillsReset && this.flags.talkRight;
  }

  /** When the session was last kept alive: now, while a poll is held. */
  get lastPollAt(): number {
    const isHeld = this.#outlet.mode === 'poll' && this.#outlet.queue.hasHeldPoll;
    return isHeld ? this.#clock.now() : this.#lastPollAt;
  }

  tell(...happenings: readonly Happening[]): void {
    for (const { eventType, content } of happenings) this.#line.send(this.#addressed({ eventType, content }));
  }

  /** Waits for the next event; in push mode there is nothing to wait for. */
  async poll(gone: AbortSignal): Promise<PollOutcome | { readonly kind: 'wrongMode' }> {
    if (this.#outlet.mode === 'push') return { kind: 'wrongMode' };
    this.#lastPollAt = this.#clock.now();
    const outcome = await this.#outlet.queue.poll(gone);
    this.#lastPollAt = this.#clock.now();
    return outcome;
  }

  /** The handshake of push mode: keeps the session alive. */
  handshake(): void {
    this.#lastPollAt = this.#clock.now();
  }

  /** Throws every waiting event away. */
  forgetEvents(): void {
    this.#line.clear();
    if (this.#outlet.mode === 'poll') this.#outlet.queue.clear();
    else this.#outlet.push.clear();
  }

  /** Ends the session; a held poll gets the last words, or learns that the agent is not signed in. */
  end(lastWords: Happening | undefined): void {
    this.#line.end();
    const event = lastWords === undefined ? undefined : this.#addressed(lastWords);
    if (this.#outlet.mode === 'poll') this.#outlet.queue.end(event);
    else this.#outlet.push.end(event);
  }

  /** Lets go of the client's own address, for the gateway itself ends. */
  close(): void {
    this.#line.end();
    if (this.#outlet.mode === 'push') this.#outlet.push.close();
  }

  #addressed(happening: Happening): AgentEvent {
    const event = { eventType: happening.eventType, workNo: this.agentId, content: happening.content };
    return this.#apiEdition.eventGenTime ? { ...event, eventGenTime: this.#clock.now() } : event;
  }
}

function outletOf({ account, callBack, guids, clock, timings }: SessionOptions): Outlet {
  if (callBack === undefined) return { mode: 'poll', queue: new EventQueue(clock, timings) };
  const push = new EventPush({ agentId: account.agentId, callBack, guid: () => guids.current, clock, timings });
  return { mode: 'push', push };
}
