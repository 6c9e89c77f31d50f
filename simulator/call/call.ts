import type { CallOnWire } from '../agentEvent.ts';
import type { SkillGroup } from '../centre/agent.ts';

/** Who began it: a customer, the agent, or a colleague. */
export type CallKind = 'inbound' | 'outbound' | 'inner';

/** One call of one agent. */
export interface Call {
  readonly callId: string;
  readonly kind: CallKind;
  /** The agent who has it now. */
  readonly workNo: string;
  readonly caller: string;
  readonly called: string;
  /** The skill it came in by, or was made from. */
  readonly skill: SkillGroup;
  readonly begunAt: number;
  /** Null until the two parties talk. */
  readonly answeredAt: number | null;
  readonly held: boolean;
  /** Whether the agent has muted themselves. */
  readonly muted: boolean;
  /** The colleague's end of an inner call; null: it has none, or not yet. */
  readonly peer: string | null;
  /** What its agent attached to it. */
  readonly data: string;
}

/** Which kind of call it is: 0 a customer's, 6 an internal one, 7 as in the sample of AgentEvent_Talking. */
export function featureOf(kind: CallKind): number {
  switch (kind) {
    case 'inbound':
      return 0;
    case 'inner':
      return 6;
    case 'outbound':
      return 7;
  }
}

/** The call in the words of the events. */
export function callOnWire(call: Call): CallOnWire {
  const { callId, caller, called } = call;
  return { callId, caller, called, feature: String(featureOf(call.kind)) };
}
