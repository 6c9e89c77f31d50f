import type { Json, JsonObject } from './json.ts';

/** An event as the poll delivers it (protocol.md 2.1); the new edition adds `eventGenTime`. */
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

/** The events that this simulator sends by itself, each with its content as in protocol.md 2.2. */
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
  allAgentBusy: bare('AgentOther_All_Agent_Busy'),
  phoneAlerting: bare('AgentOther_PhoneAlerting'),
  phoneOffhook: { eventType: 'AgentOther_PhoneOffhook', content: { type: 'main' } },
  phoneRelease: (phoneState: PhoneState): Happening => ({
    eventType: 'AgentOther_PhoneRelease',
    content: { phoneState },
  }),
  phoneBusy: bare('AgentOther_PhoneBusy'),
  beQcStart: (inspector: string, mode: InspectionMode): Happening => ({
    eventType: 'AgentOther_BeQcStart',
    content: { qcType: qcTypeOf(mode), qcAgentId: Number(inspector) },
  }),
  beQcStop: (inspector: string, mode: InspectionMode): Happening => ({
    eventType: 'AgentOther_BeQcStop',
    content: { qcType: qcTypeOf(mode), qcAgentId: Number(inspector) },
  }),
  agentState: (state: string, workNo: string, name: string): Happening => ({
    eventType: 'QC_AgentState_Notify',
    content: {
      subtype: `QC_AgentState_${state}`,
      monitoredagent: workNo,
      agentname: name,
      mediaserver: 'CtiServer',
    },
  }),
  note: (text: string): Happening => ({ eventType: 'AgentOther_Note', content: text }),
  bulletin: (text: string): Happening => ({ eventType: 'AgentOther_Bulletin', content: text }),
  setRest: bare('AgentState_SetRest_Success'),
  cancelRest: bare('AgentState_CancelRest_Success'),
  restTimeout: bare('AgentState_Rest_Timeout'),
  forcedReady: bare('AgentState_Force_Ready'),
  forcedNotReady: bare('AgentState_Force_SetNotReady'),
  ringing: (call: CallOnWire): Happening => ({ eventType: 'AgentEvent_Ringing', content: ringContent(call) }),
  autoAnswer: (call: CallOnWire): Happening => ({ eventType: 'AgentEvent_Auto_Answer', content: ringContent(call) }),
  talking: ({ caller, callId, called, feature }: CallOnWire): Happening => ({
    eventType: 'AgentEvent_Talking',
    content: { caller, callid: callId, called, feature, type: 'main', mediaAbility: '1' },
  }),
  customerAlerting: (callId: string, otherPhone: string, otherPhoneWorkno: string): Happening => ({
    eventType: 'AgentEvent_Customer_Alerting',
    content: { callid: callId, otherPhoneWorkno, otherPhone, type: 'main' },
  }),
  held: (callId: string): Happening => ({ eventType: 'AgentEvent_Hold', content: callId }),
  callRelease: (callId: string): Happening => ({ eventType: 'AgentEvent_Call_Release', content: callId }),
  customerRelease: (callId: string): Happening => ({ eventType: 'AgentEvent_Customer_Release', content: callId }),
  callOutFail: (callId: string): Happening => ({ eventType: 'AgentEvent_Call_Out_Fail', content: callId }),
  insideCallFail: (callId: string): Happening => ({ eventType: 'AgentEvent_Inside_Call_Fail', content: callId }),
  consultFail: bare('AgentEvent_Consult_Fail'),
  conference: (callId: string): Happening => ({ eventType: 'AgentEvent_Conference', content: callId }),
  // result: 0 success, others failure (cec_07_1369).
  transferResult: (callId: string, isDone: boolean): Happening => ({
    eventType: 'AgentEvent_SuccTransResult',
    content: { result: isDone ? 0 : 1, callId },
  }),
  transferOutResult: (callId: string, isDone: boolean): Happening => ({
    eventType: 'AgentEvent_TransOutResult',
    content: { result: isDone ? 0 : 1, callId },
  }),
  record: bare('AgentMediaEvent_Record'),
  // Of the events of a chat only the names are known (protocol.md 2.2).
  chatRing: (callId: string): Happening => ({ eventType: 'AgentChat_Ring', content: { callId } }),
  chatConnected: (callId: string): Happening => ({ eventType: 'AgentChat_Connected', content: { callId } }),
  chatDisconnected: (callId: string): Happening => ({ eventType: 'AgentChat_Disconnected', content: { callId } }),
} as const;

/** Who hung up: 3 the platform, 2 the agent. */
export type PhoneState = 2 | 3;

/** The ways to inspect an agent: hear them, speak with both, speak with the agent alone (protocol.md 3). */
export type InspectionMode = 'listen' | 'insert' | 'whisper';

/** What is inspected: an agent's calls or text chats (protocol.md 3). */
export type InspectedMedia = 'voice' | 'text';

/** 8 listen, 9 insert, 20172 and 20173 whisper; which of the two is when, no document says. */
function qcTypeOf(mode: InspectionMode): number {
  switch (mode) {
    case 'listen':
      return 8;
    case 'insert':
      return 9;
    case 'whisper':
      return 20_172;
  }
}

/** What the events of a call say of it. */
export interface CallOnWire {
  readonly callId: string;
  readonly caller: string;
  readonly called: string;
  /** Which kind of call it is (call/call.ts). */
  readonly feature: string;
}

function ringContent({ caller, callId, called, feature }: CallOnWire): JsonObject {
  return {
    caller,
    transfer: 'no',
    callid: callId,
    transfrom: '',
    called,
    type: 'main',
    mediaType: '5',
    mediaAbility: '1',
    feature,
  };
}
