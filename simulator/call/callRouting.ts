import { happening } from '../agentEvent.ts';
import type { SkillGroup } from '../centre/agent.ts';
import type { Agenda } from '../centre/agenda.ts';
import type { Centre } from '../centre/centre.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Call } from './call.ts';
import type { CallDesk } from './callDesk.ts';
import type { Calls } from './calls.ts';
import { createFreeAgents, hasSkill } from './freeAgents.ts';
import type { LivingCalls } from './livingCalls.ts';
import { createSkillQueue } from './skillQueue.ts';
import type { SkillQueue } from './skillQueue.ts';

export interface CallRoutingOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly calls: Calls;
  readonly desk: CallDesk;
  readonly livingCalls: LivingCalls;
  /** Whether the agent handles calls on their own. */
  livesByThemselves(workNo: string): boolean;
  readonly agenda: Agenda;
  /** Whether customers call by themselves; if not, nobody waits. */
  readonly lives: boolean;
}

/** Brings each customer to the agent with the wanted skill who has been idle longest; who finds none waits for the next. */
export interface CallRouting {
  /** Of the skills that have been called. */
  queues(): readonly SkillQueue[];
  /** A customer calls; `patience`: how many milliseconds they wait. */
  arrive(skill: SkillGroup, number: string, patience: number): void;
  /** The agent may be free for a customer who waits. */
  consider(workNo: string): void;
}

/** From the moment an agent is free to the next call they are chosen for. */
const choosing = 300;

/** How long a customer waits on whom an agent has not answered. */
const patienceLeft = 60_000;

/** The routing of a centre that nobody has called so far. */
export function createCallRouting(options: CallRoutingOptions): CallRouting {
  const { centre, sessions, calls, desk, livingCalls, livesByThemselves, agenda, lives } = options;
  const queues = new Map<number, SkillQueue>();
  const { isFree, longestIdle } = createFreeAgents({ centre, sessions, livesByThemselves, onIdle: consider });
  centre.onSkills(({ workNo }) => {
    consider(workNo);
  });
  if (lives) desk.onUnanswered(returned);

  function consider(workNo: string): void {
    // Not at once: whoever made the agent idle is still telling of it.
    if (longestWaiting(workNo) === null) return;
    agenda.after(choosing, () => {
      const queue = longestWaiting(workNo);
      if (queue !== null && isFree(workNo)) offer(queue, workNo);
    });
  }

  /**
   * No document says what becomes of a customer whom an agent did not answer; inferred: they wait for the next, before all
   * others.
   */
  function returned({ kind, peer, callId, caller, skill, begunAt }: Call): void {
    if (kind !== 'inbound' || peer !== null) return;
    const queue = queueOf(skill);
    queue.comeBack({ callId, number: caller, skill, calledAt: begunAt, patience: patienceLeft });
    agenda.after(choosing, () => {
      serve(queue);
    });
  }

  /** Gives the first customer to the agent who has been idle longest. */
  function serve(queue: SkillQueue): void {
    if (queue.first() === null) return;
    const workNo = longestIdle(queue.skill);
    if (workNo !== null) offer(queue, workNo);
  }

  function offer(queue: SkillQueue, workNo: string): void {
    const customer = queue.takeFirst();
    if (customer === null) return;
    const { callId, number, skill, calledAt } = customer;
    const request = { callId, caller: number, skill, begunAt: calledAt };
    if (sessions.of(workNo) === null) livingCalls.offer(workNo, request);
    else desk.offer(workNo, request);
  }

  /** The queue, of those for this agent's skills, whose first customer has waited longest; null: nobody waits. */
  function longestWaiting(workNo: string): SkillQueue | null {
    let longest: SkillQueue | null = null;
    let since = Infinity;
    for (const { id } of centre.existing(workNo).skills) {
      const queue = queues.get(id) ?? null;
      const calledAt = queue?.first()?.calledAt ?? Infinity;
      if (calledAt >= since) continue;
      longest = queue;
      since = calledAt;
    }
    return longest;
  }

  /**
   * AgentOther_All_Agent_Busy: "all agents are busy", says its page (0553), and not to whom it goes. Inferred: to those
   * who could take the call, the skill's agents with a client, when its first customer has to wait.
   */
  function tellAllBusy(skill: SkillGroup): void {
    for (const session of sessions.all()) {
      if (session.flags.skillsReset && hasSkill(centre, session.agentId, skill)) session.tell(happening.allAgentBusy);
    }
  }

  function queueOf(skill: SkillGroup): SkillQueue {
    const known = queues.get(skill.id);
    if (known !== undefined) return known;
    const queue = createSkillQueue(skill, agenda);
    queues.set(skill.id, queue);
    return queue;
  }

  return {
    queues: () => [...queues.values()],
    arrive: (skill, number, patience) => {
      const queue = queueOf(skill);
      const wasEmpty = queue.first() === null;
      queue.arrive({ callId: calls.newId(), number, skill, calledAt: agenda.now(), patience });
      serve(queue);
      if (wasEmpty && queue.first() !== null) tellAllBusy(skill);
    },
    consider,
  };
}
