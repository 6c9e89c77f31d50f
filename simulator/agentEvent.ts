import type { Json } from './json.ts';

/** An event as the poll delivers it (ccgateway.md 2.1); the new edition adds `eventGenTime`. */
export interface AgentEvent {
  readonly eventType: string;
  readonly workNo: string;
  readonly content: Json;
  readonly eventGenTime?: number;
}

/** What happened, not yet addressed to an agent. */
export interface Happening {
  readonly eventType: string;
  readonly content: Json;
}

function bare(eventType: string): Happening {
  return { eventType, content: null };
}

/** The events that this simulator sends by itself, each with its content as in ccgateway.md 2.2. */
export const happening = {
  inService: bare('AgentOther_InService'),
  shutdownService: (loginTime: number): Happening => ({
    eventType: 'AgentOther_ShutdownService',
    content: { loginTime: String(loginTime) },
  }),
  ready: bare('AgentState_Ready'),
  busy: bare('AgentState_Busy'),
  work: bare('AgentState_Work'),
  setNotReady: (reason: string): Happening => ({
    eventType: 'AgentState_SetNotReady_Success',
    content: { reason },
  }),
  cancelNotReady: bare('AgentState_CancelNotReady_Success'),
  setWork: bare('AgentState_SetWork_Success'),
  cancelWork: bare('AgentState_CancelWork_Success'),
  phoneAlerting: bare('AgentOther_PhoneAlerting'),
  phoneOffhook: { eventType: 'AgentOther_PhoneOffhook', content: { type: 'main' } },
  phoneRelease: (phoneState: PhoneState): Happening => ({
    eventType: 'AgentOther_PhoneRelease',
    content: { phoneState },
  }),
  phoneBusy: bare('AgentOther_PhoneBusy'),
  beQcStart: (inspector: string): Happening => ({
    eventType: 'AgentOther_BeQcStart',
    content: { qcType: qcTypeListen, qcAgentId: Number(inspector) },
  }),
  beQcStop: (inspector: string): Happening => ({
    eventType: 'AgentOther_BeQcStop',
    content: { qcType: qcTypeListen, qcAgentId: Number(inspector) },
  }),
} as const;

/** Who hung up: 3 the platform, 2 the agent himself. */
export type PhoneState = 2 | 3;

/** 8 listen, 9 insert, 20172 and 20173 whisper. */
const qcTypeListen = 8;
