import type { Agent, SkillGroup } from '../centre/agent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import { accessNumberOf } from '../centre/skillGroups.ts';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Call, CallKind } from './call.ts';
import { drawNumber } from './customer.ts';

/** What a call can be told to be; the rest is drawn. */
export interface CallRequest {
  readonly kind?: CallKind;
  readonly caller?: string;
  readonly called?: string;
  readonly skill?: SkillGroup;
  readonly peer?: string;
  /** Given to a customer when they called, which was then. */
  readonly callId?: string;
  readonly begunAt?: number;
}

export interface CallsOptions {
  readonly centre: Centre;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the agent's line is up for an inspection, which is no call of their own. */
  isInspecting(workNo: string): boolean;
}

/**
 * The calls that are going on, at most one per agent. Whoever comes into a state with a call has one, whoever
 * leaves it has none: however the agent was moved, state and call never contradict each other.
 */
export interface Calls {
  /** Null: the agent has none. */
  of(workNo: string): Call | null;
  /** The call that this agent had before; null: none yet. */
  lastOf(workNo: string): Call | null;
  /** Null: the call is over, or never was. */
  withId(callId: string): Call | null;
  /** Seconds since 1970 and a running number, as in the samples of protocol.md 2.2. */
  newId(): string;
  /** Opens the call of an agent who has none; throws when they have one. */
  open(workNo: string, request?: CallRequest): Call;
  /** Changes what is known of an open call; one that is over stays over. */
  describe(callId: string, description: Partial<Pick<Call, 'held' | 'muted' | 'peer' | 'data'>>): void;
  /** Gives a call to another agent, who has none. */
  hand(call: Call, workNo: string): Call;
}

/** The calls of the agents who are in one now, and all that come. */
export function createCalls({ centre, clock, random, isInspecting }: CallsOptions): Calls {
  const byAgent = new Map<string, Call>();
  const agents = new Map<string, string>();
  const last = new Map<string, Call>();
  let opened = 0;

  for (const agent of centre.agents()) follow(agent);
  centre.onChange(({ agent, to }) => {
    if (isInCall(to)) follow(agent);
    else close(agent.workNo);
  });

  function newId(): string {
    opened += 1;
    return `${String(Math.floor(clock.now() / 1_000))}-${String(opened)}`;
  }

  function withId(callId: string): Call | null {
    const workNo = agents.get(callId);
    return workNo === undefined ? null : (byAgent.get(workNo) ?? null);
  }

  function open(workNo: string, request: CallRequest = {}): Call {
    if (byAgent.has(workNo)) throw new Error(`Agent ${workNo} has a call already`);
    const skill = request.skill ?? skillOf(centre.existing(workNo));
    const call: Call = {
      callId: request.callId ?? newId(),
      kind: request.kind ?? 'inbound',
      workNo,
      caller: request.caller ?? drawNumber(random),
      called: request.called ?? accessNumberOf(skill),
      skill,
      begunAt: request.begunAt ?? clock.now(),
      answeredAt: null,
      held: false,
      muted: false,
      peer: request.peer ?? null,
      data: '',
    };
    keep(call);
    return call;
  }

  function follow(agent: Agent): void {
    if (!isInCall(agent.state) || isInspecting(agent.workNo)) return;
    const call = byAgent.get(agent.workNo) ?? open(agent.workNo);
    if (agent.state === 'talking' && call.answeredAt === null) keep({ ...call, answeredAt: agent.since });
  }

  function keep(call: Call): void {
    byAgent.set(call.workNo, call);
    agents.set(call.callId, call.workNo);
  }

  function close(workNo: string): void {
    const call = byAgent.get(workNo);
    if (call === undefined) return;
    byAgent.delete(workNo);
    agents.delete(call.callId);
    last.set(workNo, call);
  }

  return {
    of: (workNo) => byAgent.get(workNo) ?? null,
    lastOf: (workNo) => last.get(workNo) ?? null,
    withId,
    newId,
    open,
    describe: (callId, description) => {
      const call = withId(callId);
      if (call !== null) keep({ ...call, ...description });
    },
    hand: (call, workNo) => {
      byAgent.delete(call.workNo);
      const handed: Call = { ...call, workNo, held: false, muted: false };
      keep(handed);
      return handed;
    },
  };
}

function skillOf(agent: Agent): SkillGroup {
  return agent.skills[0] ?? agent.group;
}
