import { happening } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre, StateChange } from '../centre/centre.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';

/** What an inspector has asked for. */
interface Monitoring {
  readonly session: Session;
  /** listenStatus at sign-in: the signing in and out of everyone in the VDN. */
  readonly signIns: boolean;
  /** beginmonitor: every state of these agents. */
  readonly agents: Set<string>;
}

/**
 * Who is told of which agents' changes: QC_AgentState_Notify (protocol.md 2.2). The documents know its subtypes Login
 * and Logout only and say nothing of beginmonitor (protocol.md 9 point 8). Huawei's own bridge demo (AgentService, GetEventThread)
 * calls beginmonitor with agents joined by `;`, 500 at most, and then counts a subtype per state; so does this.
 */
export class Monitors {
  readonly #monitorings = new Map<string, Monitoring>();

  constructor(centre: Centre, sessions: Sessions) {
    sessions.onStart((session) => {
      if (session.listensToSignIns) this.#monitorings.set(session.agentId, { session, signIns: true, agents: new Set() });
    });
    sessions.onEnd((session) => {
      this.#monitorings.delete(session.agentId);
    });
    centre.onChange((change) => {
      this.#notify(change);
    });
  }

  /** Adds these agents to those the inspector is told of. */
  begin(session: Session, agents: readonly string[]): void {
    const monitoring = this.#monitorings.get(session.agentId) ?? { session, signIns: false, agents: new Set<string>() };
    for (const workNo of agents) monitoring.agents.add(workNo);
    this.#monitorings.set(session.agentId, monitoring);
  }

  end(session: Session, agents: readonly string[]): void {
    for (const workNo of agents) this.#monitorings.get(session.agentId)?.agents.delete(workNo);
  }

  #notify({ agent, from, to }: StateChange): void {
    const isSign = from === 'signedOut' || to === 'signedOut';
    for (const { session, signIns, agents } of this.#monitorings.values()) {
      if (session.agentId === agent.workNo) continue;
      const monitored = agents.has(agent.workNo);
      if (isSign && (signIns || monitored)) session.tell(happening.agentState(signed(to), agent.workNo, agent.name));
      const state = monitored && to !== 'signedOut' ? subtypeOf(to) : undefined;
      if (state !== undefined) session.tell(happening.agentState(state, agent.workNo, agent.name));
    }
  }
}

function signed(to: AgentState): string {
  return to === 'signedOut' ? 'Logout' : 'Login';
}

/** The demo's words; which of them is which state is inferred from the words alone. */
function subtypeOf(state: Exclude<AgentState, 'signedOut'>): string | undefined {
  switch (state) {
    case 'idle':
      return 'Idle';
    case 'preoccupied':
      return 'WaitAlerting';
    case 'occupied':
      return undefined;
    case 'answering':
      return 'WaitAnswer';
    case 'talking':
      return 'Active';
    case 'wrapUp':
      return 'Work';
    case 'busy':
      return 'Busy';
    case 'rest':
      return 'Rest';
  }
}
