import { happening } from '../agentEvent.ts';
import type { SkillGroup } from '../centre/agent.ts';
import type { Agenda } from '../centre/agenda.ts';
import type { Centre } from '../centre/centre.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Call } from './call.ts';
import type { CallDesk } from './callDesk.ts';
import type { Calls, CallRequest } from './calls.ts';
import type { Customer } from './customer.ts';
import type { LivingCalls } from './livingCalls.ts';
import { SkillQueue } from './skillQueue.ts';

export interface CallRoutingDeps {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: Calls;
  readonly desk: CallDesk;
  readonly livingCalls: LivingCalls;
  /** Whether the agent handles calls on their own. */
  readonly livesByThemselves: (workNo: string) => boolean;
  readonly agenda: Agenda;
  /** Whether customers call by themselves; if not, nobody waits. */
  readonly lives: boolean;
}

/** From the moment an agent is free to the next call they are chosen for. */
const choosing = 300;

/** How long a customer waits on whom an agent has not answered. */
const patienceLeft = 60_000;

/** Brings each customer to the agent with the wanted skill who has been idle longest; who finds none waits for the next. */
export class CallRouting {
  readonly #here: CallRoutingDeps;
  readonly #queues = new Map<number, SkillQueue>();
  /** Who has been idle longest comes first. */
  readonly #idle = new Set<string>();

  constructor(deps: CallRoutingDeps) {
    this.#here = deps;
    const { centre, desk, lives } = deps;
    if (!lives) return;
    const idle = [...centre.agents()].filter(({ state }) => state === 'idle');
    for (const { workNo } of idle.sort((one, other) => one.since - other.since)) this.#idle.add(workNo);
    centre.onChange(({ agent, from, to }) => {
      if (from === 'idle') this.#idle.delete(agent.workNo);
      if (to === 'idle') this.#idle.add(agent.workNo);
      if (to === 'idle') this.consider(agent.workNo);
    });
    centre.onSkills(({ workNo }) => {
      this.consider(workNo);
    });
    desk.onUnanswered((call) => {
      this.#returned(call);
    });
  }

  queues(): readonly SkillQueue[] {
    return [...this.#queues.values()];
  }

  /** A customer calls. */
  arrive(skill: SkillGroup, number: string, patience: number): void {
    const { calls, agenda } = this.#here;
    const customer: Customer = { callId: calls.newId(), number, skill, calledAt: agenda.now(), patience };
    const queue = this.#queueOf(skill);
    const wasEmpty = queue.first() === undefined;
    queue.arrive(customer);
    this.#serve(queue);
    if (wasEmpty && queue.first() !== undefined) this.#tellAllBusy(skill);
  }

  /** The agent may be free for a customer who waits. */
  consider(workNo: string): void {
    // Not at once: whoever made the agent idle is still telling of it.
    if (this.#longestWaiting(workNo) === undefined) return;
    this.#here.agenda.after(choosing, () => {
      const queue = this.#longestWaiting(workNo);
      if (queue !== undefined && this.#isFree(workNo)) this.#offer(queue, workNo);
    });
  }

  /**
   * No document says what becomes of a customer whom an agent did not answer; inferred: they wait for the next, before all
   * others.
   */
  #returned({ kind, peer, callId, caller, skill, begunAt }: Call): void {
    if (kind !== 'inbound' || peer !== undefined) return;
    const queue = this.#queueOf(skill);
    queue.comeBack({ callId, number: caller, skill, calledAt: begunAt, patience: patienceLeft });
    this.#here.agenda.after(choosing, () => {
      this.#serve(queue);
    });
  }

  /** Gives the first customer to the agent who has been idle longest. */
  #serve(queue: SkillQueue): void {
    if (queue.first() === undefined) return;
    for (const workNo of this.#idle) {
      if (!this.#hasSkill(workNo, queue.skill) || !this.#isFree(workNo)) continue;
      this.#offer(queue, workNo);
      return;
    }
  }

  #offer(queue: SkillQueue, workNo: string): void {
    const { sessions, desk, livingCalls } = this.#here;
    const customer = queue.takeFirst();
    if (customer === undefined) return;
    const request = requestOf(customer);
    if (sessions.of(workNo) === undefined) livingCalls.offer(workNo, request);
    else desk.offer(workNo, request);
  }

  /** Idle, and either living a life of their own or with a client that has reset their skills (protocol.md 1.4). */
  #isFree(workNo: string): boolean {
    const { livesByThemselves, sessions } = this.#here;
    return this.#idle.has(workNo) && (sessions.of(workNo)?.takesCalls ?? livesByThemselves(workNo));
  }

  #hasSkill(workNo: string, skill: SkillGroup): boolean {
    return this.#here.centre.existing(workNo).skills.some(({ id }) => id === skill.id);
  }

  /** The queue, of those for this agent's skills, whose first customer has waited longest. */
  #longestWaiting(workNo: string): SkillQueue | undefined {
    const queues = this.#here.centre.existing(workNo).skills.flatMap(({ id }) => this.#queues.get(id) ?? []);
    const waitingSince = (queue: SkillQueue): number => queue.first()?.calledAt ?? Infinity;
    const longest = queues.reduce<SkillQueue | undefined>(
      (before, queue) => (before === undefined || waitingSince(queue) < waitingSince(before) ? queue : before),
      undefined,
    );
    return longest?.first() === undefined ? undefined : longest;
  }

  /**
   * AgentOther_All_Agent_Busy: "all agents are busy", says its page (0553), and not to whom it goes. Inferred: to those
   * who could take the call, the skill's agents with a client, when its first customer has to wait.
   */
  #tellAllBusy(skill: SkillGroup): void {
    for (const session of this.#here.sessions.all()) {
      if (session.flags.skillsReset && this.#hasSkill(session.agentId, skill)) session.tell(happening.allAgentBusy);
    }
  }

  #queueOf(skill: SkillGroup): SkillQueue {
    const known = this.#queues.get(skill.id);
    if (known !== undefined) return known;
    const queue = new SkillQueue(skill, this.#here.agenda);
    this.#queues.set(skill.id, queue);
    return queue;
  }
}

function requestOf({ callId, number, skill, calledAt }: Customer): CallRequest {
  return { callId, caller: number, skill, begunAt: calledAt };
}
