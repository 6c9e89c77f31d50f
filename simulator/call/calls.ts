import type { Agent, SkillGroup } from '../centre/agent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre, StateChange } from '../centre/centre.ts';
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

export interface CallsDeps {
  readonly centre: Centre;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the agent's line is up for an inspection, which is no call of their own. */
  readonly isInspecting: (workNo: string) => boolean;
}

/**
 * The calls that are going on, at most one per agent. Whoever comes into a state with a call has one, whoever
 * leaves it has none: however the agent was moved, state and call never contradict each other.
 */
export class Calls {
  readonly #here: CallsDeps;
  readonly #byAgent = new Map<string, Call>();
  readonly #agents = new Map<string, string>();
  readonly #last = new Map<string, Call>();
  #opened = 0;

  constructor(deps: CallsDeps) {
    this.#here = deps;
    for (const agent of deps.centre.agents()) this.#follow(agent);
    deps.centre.onChange((change) => {
      this.#stateChanged(change);
    });
  }

  of(workNo: string): Call | undefined {
    return this.#byAgent.get(workNo);
  }

  /** The call that this agent had before; undefined: none yet. */
  lastOf(workNo: string): Call | undefined {
    return this.#last.get(workNo);
  }

  withId(callId: string): Call | undefined {
    const workNo = this.#agents.get(callId);
    return workNo === undefined ? undefined : this.#byAgent.get(workNo);
  }

  /** Seconds since 1970 and a running number, as in the samples of protocol.md 2.2. */
  newId(): string {
    this.#opened += 1;
    return `${String(Math.floor(this.#here.clock.now() / 1_000))}-${String(this.#opened)}`;
  }

  /** Opens the call of an agent who has none. */
  open(workNo: string, request: CallRequest = {}): Call {
    if (this.#byAgent.has(workNo)) throw new Error(`Agent ${workNo} has a call already`);
    const skill = request.skill ?? skillOf(this.#here.centre.existing(workNo));
    const call: Call = {
      callId: request.callId ?? this.newId(),
      kind: request.kind ?? 'inbound',
      workNo,
      caller: request.caller ?? drawNumber(this.#here.random),
      called: request.called ?? accessNumberOf(skill),
      skill,
      begunAt: request.begunAt ?? this.#here.clock.now(),
      answeredAt: undefined,
      held: false,
      muted: false,
      peer: request.peer,
      data: '',
    };
    this.#keep(call);
    return call;
  }

  /** Changes what is known of an open call; one that is over stays over. */
  describe(callId: string, description: Partial<Pick<Call, 'held' | 'muted' | 'peer' | 'data'>>): void {
    const call = this.withId(callId);
    if (call !== undefined) this.#keep({ ...call, ...description });
  }

  /** Gives a call to another agent, who has none. */
  hand(call: Call, workNo: string): Call {
    this.#byAgent.delete(call.workNo);
    const handed: Call = { ...call, workNo, held: false, muted: false };
    this.#keep(handed);
    return handed;
  }

  #stateChanged({ agent, to }: StateChange): void {
    if (isInCall(to)) this.#follow(agent);
    else this.#close(agent.workNo);
  }

  #follow(agent: Agent): void {
    if (!isInCall(agent.state) || this.#here.isInspecting(agent.workNo)) return;
    const call = this.of(agent.workNo) ?? this.open(agent.workNo);
    if (agent.state === 'talking' && call.answeredAt === undefined) this.#keep({ ...call, answeredAt: agent.since });
  }

  #keep(call: Call): void {
    this.#byAgent.set(call.workNo, call);
    this.#agents.set(call.callId, call.workNo);
  }

  #close(workNo: string): void {
    const call = this.#byAgent.get(workNo);
    if (call === undefined) return;
    this.#byAgent.delete(workNo);
    this.#agents.delete(call.callId);
    this.#last.set(workNo, call);
  }
}

function skillOf(agent: Agent): SkillGroup {
  return agent.skills[0] ?? agent.group;
}
