import type { AgentState } from './centre/agentState.ts';
import type { InspectionMode } from './agentEvent.ts';
import type { ListenStep } from './inspection/inspection.ts';

/** The present truth about one agent. */
export interface AgentTruth {
  readonly workNo: string;
  readonly name: string;
  readonly group: string;
  readonly state: AgentState;
  readonly status: string | number;
  readonly ctiStatus: string | number;
  readonly since: number;
  /** The inspectors with a listen to this agent, whatever its step. */
  readonly listenedBy: readonly string[];
}

/** What one can change of an agent by hand. */
export interface AgentChange {
  readonly name?: string;
  readonly group?: string;
  readonly state?: AgentState;
  /** Numbers that name a state put the agent into it; any others are answered word for word and change nothing else. */
  readonly status?: string | number;
  readonly ctiStatus?: string | number;
}

/** What the gateway knows of an agent's session. */
export interface SessionTruth {
  readonly signedIn: boolean;
  readonly state: AgentState;
  /** Null: they listen to nobody. */
  readonly listen: { readonly workNo: string; readonly step: ListenStep } | null;
}

/** What an inspector is doing with an agent. */
export interface InspectionTruth {
  readonly workNo: string;
  readonly mode: InspectionMode;
  readonly step: ListenStep;
}

/** The present truth about the customers of one skill. */
export interface SkillQueueTruth {
  readonly skill: string;
  /** Everyone who has called so far. */
  readonly arrived: number;
  /** Who hung up before an agent was found. */
  readonly abandoned: number;
  readonly waiting: readonly { readonly callId: string; readonly number: string; readonly calledAt: number }[];
}
