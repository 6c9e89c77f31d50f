import type { AgentState } from './agentState.ts';

/** The skill group an agent belongs to. */
export interface SkillGroup {
  readonly id: number;
  readonly name: string;
}

/** One agent of the VDN, inspectors included. */
export interface Agent {
  readonly workNo: string;
  readonly name: string;
  readonly group: SkillGroup;
  /** The skills whose calls the agent may get; their group's, unless the skills were adjusted. */
  readonly skills: readonly SkillGroup[];
  readonly phoneNumber: string;
  /** Three letters T or F: voice, WebM, MailM (protocol.md 1.1). */
  readonly mediaType: string;
  readonly state: AgentState;
  /** Why the agent is in it: a reason of busy or of rest, 0 for none. */
  readonly stateReason: number;
  /** When the present state began. */
  readonly since: number;
  /** When the agent last signed in; 0 when they have not yet. */
  readonly loginDate: number;
  /** Whether the agent has the inspection right. */
  readonly inspector: boolean;
  /** Numbers that no state bears, answered word for word: for tests of clients with bad input. */
  readonly verbatim: { readonly status?: string | number; readonly ctiStatus?: string | number };
}
