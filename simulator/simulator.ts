import { createAgentsByHand } from './agentsByHand.ts';
import type { AgentsByHand } from './agentsByHand.ts';
import type { Json } from './json.ts';
import type { Call } from './call/call.ts';
import type { CallDesk } from './call/callDesk.ts';
import type { CallRouting } from './call/callRouting.ts';
import type { CallRequest } from './call/calls.ts';
import type { Centre } from './centre/centre.ts';
import type { LivingCentre } from './centre/livingCentre.ts';
import type { Certificate } from './certificate.ts';
import type { ClockScope } from './clockScope.ts';
import type { HabitRegister } from './habits/habitRegister.ts';
import type { Habits } from './habits/habits.ts';
import type { InjectedFault, InjectedFaults, RequestMatch } from './http/faultInjection.ts';
import type { RequestLog, RequestWatcher } from './http/requestLog.ts';
import type { RequestRecord } from './http/requestRecord.ts';
import { host } from './http/server.ts';
import type { Chat, Chats } from './inspection/chats.ts';
import type { Inspections } from './inspection/inspections.ts';
import type { PhoneBehaviour } from './inspection/phone.ts';
import type { Journal, JournalEntry } from './journal/journal.ts';
import type { Phones } from './inspection/phones.ts';
import type { Account } from './session/account.ts';
import type { EndReason } from './session/endReason.ts';
import type { Sessions } from './session/sessions.ts';
import type { AgentChange, AgentTruth, InspectionTruth, SessionTruth, SkillQueueTruth } from './truth.ts';

export interface SimulatorDeps {
  readonly port: number;
  readonly certificate: Certificate;
  readonly fingerprint: string;
  readonly inspectors: readonly Account[];
  readonly clock: ClockScope;
  readonly centre: Centre;
  readonly living: LivingCentre;
  readonly sessions: Sessions;
  readonly inspections: Inspections;
  readonly phones: Phones;
  readonly desk: CallDesk;
  readonly routing: CallRouting;
  readonly chats: Chats;
  readonly injectedFaults: InjectedFaults;
  readonly habits: HabitRegister;
  readonly journal: Journal;
  readonly requests: RequestLog;
  /** Their log method names. */
  readonly interfaces: readonly string[];
  readonly closeServer: () => Promise<void>;
}

/** A running CC-Gateway, with the hands to play everyone in it. What cannot be done throws. */
export class Simulator {
  readonly url: string;
  readonly port: number;
  /** SHA-256 of the certificate, upper-case pairs with colons. */
  readonly fingerprint: string;
  /** Hand it to another simulator to be the same gateway again. */
  readonly certificate: Certificate;
  readonly inspectors: readonly Account[];
  readonly #here: SimulatorDeps;
  readonly #hand: AgentsByHand;
  #closed: Promise<void> | undefined;

  constructor(options: SimulatorDeps) {
    this.#here = options;
    this.#hand = createAgentsByHand(options);
    this.port = options.port;
    this.url = `https://${host}:${String(options.port)}`;
    this.fingerprint = options.fingerprint;
    this.certificate = options.certificate;
    this.inspectors = options.inspectors;
  }

  /** The log method names of what can be asked for (addSupervise, getAgentEvent …), by name. */
  get interfaces(): readonly string[] {
    return this.#here.interfaces;
  }

  /** Every request so far, oldest first. */
  get requests(): readonly RequestRecord[] {
    return this.#here.requests.all();
  }

  /** Tells of every request as it arrives, before it is handled, until the function returned is called. */
  onRequest(watcher: RequestWatcher): () => void {
    return this.#here.requests.onRequest(watcher);
  }

  agents(): AgentTruth[] {
    return [...this.#here.centre.agents()].map((agent) => this.#hand.truthOf(agent));
  }

  agent(workNo: string): AgentTruth {
    return this.#hand.truthOf(this.#here.centre.existing(workNo));
  }

  /** Adds an agent who stays as they are; idle unless told otherwise. */
  addAgent(agent: AgentChange & { readonly workNo: string }): void {
    this.#hand.add(agent);
  }

  /** Changes an agent, who from now on changes state no more by themselves. No event tells their client, if they have one. */
  setAgent(workNo: string, change: AgentChange): void {
    this.#hand.change(workNo, change);
  }

  /** The agent is moved to another VDN: their call and their session are over, and nobody here knows them any more. */
  removeAgent(workNo: string): void {
    this.#hand.remove(workNo);
  }

  /** An idle inspector, who needs no client, takes the call of this agent over. */
  intercept(inspector: string, workNo: string): void {
    const { centre, desk, inspections } = this.#here;
    const { state, inspector: isInspector } = centre.existing(inspector);
    if (!isInspector || state !== 'idle') throw new Error(`${inspector} is no inspector who is idle`);
    const call = desk.talking(workNo);
    if (call === null) throw new Error(`Agent ${workNo} has no call to take over but is ${centre.existing(workNo).state}`);
    inspections.takeOver(call, inspector);
  }

  /** The customer of this agent hangs up: the agent goes into wrap-up, or idle when their client wants that. */
  endCall(workNo: string): void {
    const { centre, desk } = this.#here;
    const call = desk.of(workNo);
    if (call === null) throw new Error(`Agent ${workNo} has no call to end but is ${centre.existing(workNo).state}`);
    desk.end(call, 'customer');
  }

  /** A customer calls an idle agent, whose client is told of it. */
  offerCall(workNo: string, wish: Omit<CallRequest, 'peer' | 'callId' | 'begunAt'> = {}): Call {
    return this.#here.desk.offer(workNo, wish);
  }

  /** The call this agent has, rings included; null: none, as an inspector's line is none. */
  callOf(workNo: string): Call | null {
    return this.#here.desk.of(workNo);
  }

  /** The customers of each skill that has been called, those who wait for an agent in the order of their turn. */
  skillQueues(): SkillQueueTruth[] {
    return this.#here.routing.queues().map(({ skill, arrived, abandoned, waiting }) => ({
      skill: skill.name,
      arrived: arrived(),
      abandoned: abandoned(),
      waiting: waiting().map(({ callId, number, calledAt }) => ({ callId, number, calledAt })),
    }));
  }

  /** How many changes of an agent's state there have been. */
  get stateChanges(): number {
    return this.#here.centre.changes();
  }

  /** A customer begins a text chat with an agent who is signed in for chats. */
  openChat(workNo: string): Chat {
    return this.#here.chats.open(workNo);
  }

  /** The customer leaves a text chat. */
  closeChat(callId: string): void {
    const chat = this.#here.chats.withId(callId);
    if (chat === null) throw new RangeError(`There is no chat ${callId}`);
    this.#here.chats.close(chat);
  }

  /** What the phone of an inspector, or of an agent with a client, does from its next ring on. */
  setPhone(agentId: string, behaviour: PhoneBehaviour): void {
    this.#here.phones.set(agentId, behaviour);
  }

  /** What it does at its next ring. */
  phoneOf(agentId: string): PhoneBehaviour {
    return this.#here.phones.of(agentId);
  }

  /** The inspector, or an agent whose phone rings, picks it up. */
  pickUp(agentId: string): void {
    const { inspections, desk } = this.#here;
    const call = desk.ringing(agentId);
    if (call === null) inspections.existing(agentId).pickUp();
    else desk.answer(call);
  }

  /** The inspector, or an agent with a call, hangs the phone up, or rejects its ring. */
  hangUp(agentId: string): void {
    const { inspections, desk } = this.#here;
    const call = desk.of(agentId);
    if (call === null) inspections.hangUp(agentId);
    else desk.hangUp(call);
  }

  /** Puts any event into a signed-in agent's queue. */
  pushEvent(agentId: string, eventType: string, content: Json = null): void {
    this.#here.sessions.existing(agentId).tell({ eventType, content });
  }

  sessionOf(agentId: string): SessionTruth {
    const { centre, sessions, inspections } = this.#here;
    const listen = inspections.of(agentId);
    return {
      signedIn: sessions.of(agentId) !== undefined,
      state: centre.existing(agentId).state,
      listen: listen === null ? null : { workNo: listen.workNo, step: listen.step() },
    };
  }

  /** The listen, insert or whisper of an inspector; null when they have none. */
  inspectionOf(inspector: string): InspectionTruth | null {
    const inspection = this.#here.inspections.of(inspector);
    return inspection === null ? null : { workNo: inspection.workNo, mode: inspection.mode(), step: inspection.step() };
  }

  /** Ends a session from the gateway's side: its next poll, a held one too, gets 100-006. */
  endSession(agentId: string, reason: Exclude<EndReason, 'ownRequest'> = 'byGateway'): void {
    const { sessions } = this.#here;
    sessions.end(sessions.existing(agentId), reason);
  }

  /** Renews the Guid now; the next poll's answer announces it. The old one stays valid, or expires at once. */
  rotateGuid(agentId: string, old: 'staysValid' | 'expires' = 'staysValid'): void {
    this.#here.sessions.existing(agentId).guids.renew(this.#here.clock.now(), old);
  }

  /** Makes the next matching request(s) to come in go wrong; a poll that is held already is none of them. */
  nextAnswer(match: RequestMatch, what: InjectedFault): void {
    this.#here.injectedFaults.plan(match, what);
  }

  /**
   * Gives the gateway these habits, with one inspector or with everyone, in place of those it had there. An inspector's
   * own go before everyone's, habit by habit; events on their way stay late.
   */
  setHabits(habits: Habits, agentId?: string): void {
    this.#here.habits.set(agentId === undefined ? { habits } : { agentId, habits });
  }

  /** The habits that this inspector meets. */
  habitsOf(agentId: string): Habits {
    return this.#here.habits.of(agentId);
  }

  /** Tells what is true and what clients are told of it, entry by entry, until the function returned is called. */
  onJournal(watcher: (entry: JournalEntry) => void): () => void {
    return this.#here.journal.onEntry(watcher);
  }

  /** Takes back every misbehaviour that has not happened yet, and every habit. */
  behave(): void {
    this.#here.injectedFaults.forget();
    this.#here.habits.clear();
  }

  /** Ends everything at once, held polls and open connections too; a second time changes nothing. */
  async close(): Promise<void> {
    this.#here.clock.close();
    this.#here.sessions.close();
    this.#closed ??= this.#here.closeServer();
    await this.#closed;
  }
}
