import type { AgentState } from '../../../contract/agentState.ts';
import type { GatewayEvent } from '../../gateway/agentevent.ts';

/** What an event says of the inspector's own state: a state, nothing, or that it must be asked (protocol.md 2.2). */
export type OwnStateNews = { readonly kind: 'is'; readonly state: AgentState } | { readonly kind: 'ask' } | { readonly kind: 'nothing' };

export function ownStateNews(event: GatewayEvent): OwnStateNews {
  switch (event.type) {
    case 'AgentState_Ready':
    case 'AgentState_Force_Ready':
      return { kind: 'is', state: 'idle' };
    // "Busy" is the call platform's word for occupied with a call, not for having shown busy (protocol.md 2.2).
    case 'AgentState_Busy':
      return { kind: 'is', state: 'occupied' };
    case 'AgentState_SetNotReady_Success':
    case 'AgentState_Force_SetNotReady':
      return { kind: 'is', state: 'busy' };
    case 'AgentState_Work':
    case 'AgentState_SetWork_Success':
      return { kind: 'is', state: 'wrapUp' };
    case 'AgentState_SetRest_Success':
      return { kind: 'is', state: 'rest' };
    case 'AgentState_CancelNotReady_Success':
    case 'AgentState_CancelRest_Success':
    case 'AgentState_CancelWork_Success':
    case 'AgentOther_InService':
      return { kind: 'ask' };
    case 'AgentOther_ShutdownService':
    case 'AgentOther_PhoneAlerting':
    case 'AgentOther_PhoneOffhook':
    case 'AgentOther_PhoneRelease':
    case 'AgentOther_PhoneBusy':
    case 'AgentOther_PhoneUnknow':
    case 'AgentOther_BeQcStart':
    case 'AgentOther_BeQcStop':
    case 'other':
      return { kind: 'nothing' };
  }
}
