import { happening } from '../agentEvent.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
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
export interface Monitors {
  /** Adds these agents to those the inspector is told of. */
  begin(session: Session, agents: readonly string[]): void;
  end(session: Session, agents: readonly string[]): void;
}

/** Nobody is told of anything yet. */
export function createMonitors(centre: Centre, sessions: Sessions): Monitors {
  const monitorings = new Map<string, Monitoring>();

  sessions.onStart((session) => {
    if (session.listensToSignIns) monitorings.set(session.agentId, { session, signIns: true, agents: new Set() });
  });
  sessions.onEnd((session) => {
    monitorings.delete(session.agentId);
  });
  centre.onChange(({ agent, from, to }) => {
    const isSign = from === 'signedOut' || to === 'signedOut';
    for (const { session, signIns, agents } of monitorings.values()) {
      if (session.agentId === agent.workNo) continue;
      const monitored = agents.has(agent.workNo);
      if (isSign && (signIns || monitored)) session.tell(happening.agentState(signed(to), agent.workNo, agent.name));
      const state = monitored && to !== 'signedOut' ? subtypeOf(to) : null;
      if (state !== null) session.tell(happening.agentState(state, agent.workNo, agent.name));
    }
  });

  return {
    begin: (session, agents) => {
      const monitoring = monitorings.get(session.agentId) ?? { session, signIns: false, agents: new Set<string>() };
      for (const workNo of agents) monitoring.agents.add(workNo);
      monitorings.set(session.agentId, monitoring);
    },
    end: (session, agents) => {
      for (const workNo of agents) monitorings.get(session.agentId)?.agents.delete(workNo);
    },
  };
}

function signed(to: AgentState): string {
  return to === 'signedOut' ? 'Logout' : 'Login';
}

/** The demo's words; which of them is which state is inferred from the words alone. Null: it has none. */
function subtypeOf(state: Exclude<AgentState, 'signedOut'>): string | null {
  switch (state) {
    case 'idle':
      return 'Idle';
    case 'preoccupied':
      return 'WaitAlerting';
    case 'occupied':
      return null;
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
