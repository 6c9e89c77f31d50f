import type { Agent } from './agent.ts';
import type { AgentState } from './agentState.ts';

/** One agent's change of state. */
export interface StateChange {
  readonly agent: Agent;
  /** As the agent was until now. */
  readonly before: Agent;
  readonly from: AgentState;
  readonly to: AgentState;
}

/** Who can be looked up in the centre, and how they are. */
export interface CentreView {
  /** In order of being added. */
  agents(): Iterable<Agent>;
  agent(workNo: string): Agent | undefined;
  /** Throws when there is none. */
  existing(workNo: string): Agent;
}

/** Every agent of the VDN with their present state: the one truth of the call centre. */
export class Centre implements CentreView {
  readonly #agents = new Map<string, Agent>();
  readonly #moveWatchers: ((agent: Agent) => void)[] = [];
  readonly #skillWatchers: ((agent: Agent) => void)[] = [];
  #changes = 0;
  readonly #watchers: ((change: StateChange) => void)[] = [];

  /** How many changes of state there have been. */
  get changes(): number {
    return this.#changes;
  }

  /** The agents in order of being added. */
  agents(): Iterable<Agent> {
    return this.#agents.values();
  }

  agent(workNo: string): Agent | undefined {
    return this.#agents.get(workNo);
  }

  /** The agent of this number; throws when the centre has none. */
  existing(workNo: string): Agent {
    const agent = this.#agents.get(workNo);
    if (agent === undefined) throw new RangeError(`The centre has no agent ${workNo}`);
    return agent;
  }

  add(agent: Agent): void {
    if (this.#agents.has(agent.workNo)) throw new RangeError(`The centre has an agent ${agent.workNo} already`);
    this.#agents.set(agent.workNo, agent);
  }

  /** An agent who is signed out leaves the VDN. */
  remove(workNo: string): void {
    if (this.existing(workNo).state !== 'signedOut') throw new Error(`Agent ${workNo} is still signed in`);
    this.#agents.delete(workNo);
  }

  /** Changes what is known of an agent beside their state; a change of their group is a move. */
  describe(workNo: string, description: Partial<Omit<Agent, 'workNo' | 'state' | 'since'>>): void {
    const before = this.existing(workNo);
    const agent: Agent = { ...before, ...description };
    this.#agents.set(workNo, agent);
    if (agent.skills !== before.skills) for (const watcher of this.#skillWatchers) watcher(agent);
    if (agent.group.name !== before.group.name) for (const watcher of this.#moveWatchers) watcher(agent);
  }

  /** Puts an agent into a state and tells the watchers; a state the agent is in already is no change. */
  enter(workNo: string, state: AgentState, at: number, stateReason = 0): void {
    const before = this.existing(workNo);
    if (before.state === state) return;
    const agent: Agent = {
      ...before,
      state,
      stateReason,
      since: at,
      loginDate: before.state === 'signedOut' ? at : before.loginDate,
      verbatim: {},
    };
    this.#agents.set(workNo, agent);
    this.#changes += 1;
    for (const watcher of this.#watchers) watcher({ agent, before, from: before.state, to: state });
  }

  /** Told of agents who come into another group. */
  onMove(watcher: (agent: Agent) => void): void {
    this.#moveWatchers.push(watcher);
  }

  /** Told of agents whose skills are changed. */
  onSkills(watcher: (agent: Agent) => void): void {
    this.#skillWatchers.push(watcher);
  }

  onChange(watcher: (change: StateChange) => void): void {
    this.#watchers.push(watcher);
  }
}
