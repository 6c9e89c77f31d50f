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
  /** Null: the centre has no agent of this number. */
  agent(workNo: string): Agent | null;
  /** The agent of this number; throws when the centre has none. */
  existing(workNo: string): Agent;
}

/** Every agent of the VDN with their present state: the one truth of the call centre. */
export interface Centre extends CentreView {
  /** How many changes of state there have been. */
  changes(): number;
  add(agent: Agent): void;
  /** An agent who is signed out leaves the VDN. */
  remove(workNo: string): void;
  /** Changes what is known of an agent beside their state; a change of their group is a move. */
  describe(workNo: string, description: Partial<Omit<Agent, 'workNo' | 'state' | 'since'>>): void;
  /** Puts an agent into a state and tells the watchers; a state the agent is in already is no change. */
  enter(workNo: string, state: AgentState, at: number, stateReason?: number): void;
  /** Told of agents who come into another group. */
  onMove(watcher: (agent: Agent) => void): void;
  /** Told of agents whose skills are changed. */
  onSkills(watcher: (agent: Agent) => void): void;
  onChange(watcher: (change: StateChange) => void): void;
}

/** A centre without anyone. */
export function createCentre(): Centre {
  const agents = new Map<string, Agent>();
  const moveWatchers: ((agent: Agent) => void)[] = [];
  const skillWatchers: ((agent: Agent) => void)[] = [];
  const watchers: ((change: StateChange) => void)[] = [];
  let changes = 0;

  function existing(workNo: string): Agent {
    const agent = agents.get(workNo);
    if (agent === undefined) throw new RangeError(`The centre has no agent ${workNo}`);
    return agent;
  }

  return {
    changes: () => changes,
    agents: () => agents.values(),
    agent: (workNo) => agents.get(workNo) ?? null,
    existing,
    add: (agent) => {
      if (agents.has(agent.workNo)) throw new RangeError(`The centre has an agent ${agent.workNo} already`);
      agents.set(agent.workNo, agent);
    },
    remove: (workNo) => {
      if (existing(workNo).state !== 'signedOut') throw new Error(`Agent ${workNo} is still signed in`);
      agents.delete(workNo);
    },
    describe: (workNo, description) => {
      const before = existing(workNo);
      const agent: Agent = { ...before, ...description };
      agents.set(workNo, agent);
      if (agent.skills !== before.skills) for (const watcher of skillWatchers) watcher(agent);
      if (agent.group.name !== before.group.name) for (const watcher of moveWatchers) watcher(agent);
    },
    enter: (workNo, state, at, stateReason = 0) => {
      const before = existing(workNo);
      if (before.state === state) return;
      const agent: Agent = {
        ...before,
        state,
        stateReason,
        since: at,
        loginDate: before.state === 'signedOut' ? at : before.loginDate,
        verbatim: {},
      };
      agents.set(workNo, agent);
      changes += 1;
      for (const watcher of watchers) watcher({ agent, before, from: before.state, to: state });
    },
    onMove: (watcher) => {
      moveWatchers.push(watcher);
    },
    onSkills: (watcher) => {
      skillWatchers.push(watcher);
    },
    onChange: (watcher) => {
      watchers.push(watcher);
    },
  };
}
