import type { AgentEvent, Happening } from '../agentEvent.ts';
import type { Clock } from '../clock.ts';
import type { Dialect } from '../dialect.ts';
import type { Account } from './account.ts';
import { EventQueue } from './eventQueue.ts';
import type { PollOutcome } from './eventQueue.ts';
import type { Guids } from './guids.ts';
import type { SignInParameters } from './signInParameters.ts';
import type { Timings } from '../timings.ts';

/** What a session is made of. */
export interface SessionMaterial {
  readonly account: Account;
  readonly parameters: SignInParameters;
  /** False means "long call": the line stays off-hook (ccgateway.md 1.1). */
  readonly releasePhone: boolean;
  readonly guids: Guids;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly dialect: Dialect;
}

/** What an agent can switch while he is signed in (ccgateway.md 1.4, 1.6). */
export interface SessionFlags {
  autoAnswer: boolean;
  autoEnterIdle: boolean;
  talkRight: boolean;
  /** Only then are customers' calls routed to him. */
  skillsReset: boolean;
}

/** One signed-in agent: his Guids, his events, his last poll. His state is the centre's matter. */
export class Session {
  readonly account: Account;
  readonly releasePhone: boolean;
  /** Whether the inspector asked to be told of others' signing in and out. */
  readonly listensToSignIns: boolean;
  /** Whether the client works the phone: phonepickup and phonehangup (ccgateway.md 4). */
  readonly phoneLinkage: boolean;
  readonly flags: SessionFlags;
  readonly guids: Guids;
  readonly loginTime: number;
  /** Push when both the address and its token were given (ccgateway.md 1.1). */
  readonly eventMode: 'poll' | 'push';
  readonly #clock: Clock;
  readonly #dialect: Dialect;
  readonly #events: EventQueue;
  #lastPollAt: number;

  constructor(material: SessionMaterial) {
    const { callBackUri, serviceToken, autoanswer, autoenteridle, listenStatus, phonelinkage } = material.parameters;
    this.account = material.account;
    this.releasePhone = material.releasePhone;
    this.listensToSignIns = listenStatus;
    this.phoneLinkage = phonelinkage;
    this.flags = { autoAnswer: autoanswer, autoEnterIdle: autoenteridle, talkRight: true, skillsReset: false };
    this.guids = material.guids;
    this.eventMode = isGiven(callBackUri) && isGiven(serviceToken) ? 'push' : 'poll';
    this.#clock = material.clock;
    this.#dialect = material.dialect;
    this.#events = new EventQueue(material.clock, material.timings);
    this.loginTime = material.clock.now();
    this.#lastPollAt = this.loginTime;
  }

  get agentId(): string {
    return this.account.agentId;
  }

  /** When the session was last kept alive: now, while a poll is held. */
  get lastPollAt(): number {
    return this.#events.hasHeldPoll ? this.#clock.now() : this.#lastPollAt;
  }

  tell(...happenings: readonly Happening[]): void {
    for (const { eventType, content } of happenings) this.#events.push(this.#addressed({ eventType, content }));
  }

  async poll(gone: AbortSignal): Promise<PollOutcome> {
    this.#lastPollAt = this.#clock.now();
    const outcome = await this.#events.poll(gone);
    this.#lastPollAt = this.#clock.now();
    return outcome;
  }

  /** The handshake of push mode: keeps the session alive. */
  handshake(): void {
    this.#lastPollAt = this.#clock.now();
  }

  /** Throws every waiting event away. */
  forgetEvents(): void {
    this.#events.clear();
  }

  /** Ends the session; a held poll gets the last words, or learns that the agent is not signed in. */
  end(lastWords: Happening | undefined): void {
    this.#events.end(lastWords === undefined ? undefined : this.#addressed(lastWords));
  }

  #addressed(happening: Happening): AgentEvent {
    const event = { eventType: happening.eventType, workNo: this.agentId, content: happening.content };
    return this.#dialect.eventGenTime ? { ...event, eventGenTime: this.#clock.now() } : event;
  }
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
