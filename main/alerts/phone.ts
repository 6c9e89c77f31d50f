import type { Listen, PhoneAlert } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';

/** Follows the ring through the events; every sign that the phone does something else ends it. */
export function phoneAfterEvent(phone: PhoneAlert, event: GatewayEvent, listen: Listen, now: number): PhoneAlert {
  switch (event.type) {
    case 'AgentOther_PhoneAlerting': {
      if (phone.kind === 'ringing') return phone;
      return { kind: 'ringing', agent: pendingAgent(listen) ?? agentJustLeft(listen, now), since: now };
    }
    case 'AgentOther_PhoneOffhook':
    case 'AgentOther_PhoneRelease':
    case 'AgentOther_PhoneBusy':
    case 'AgentState_Ready':
    case 'AgentState_Force_Ready':
    case 'AgentState_Work':
    case 'AgentOther_ShutdownService':
      return quiet;
    case 'AgentState_SetNotReady_Success':
    case 'AgentState_Busy':
    case 'AgentState_SetWork_Success':
    case 'AgentState_CancelWork_Success':
    case 'AgentState_CancelNotReady_Success':
    case 'AgentState_SetRest_Success':
    case 'AgentState_CancelRest_Success':
    case 'AgentState_Force_SetNotReady':
    case 'AgentOther_InService':
    case 'AgentOther_PhoneUnknow':
    case 'AgentOther_BeQcStart':
    case 'AgentOther_BeQcStop':
    case 'other':
      return phone;
  }
}

/**
 * The ring that the listen tells of, when the event that says so was lost. `told`: when the ring began that it told of
 * before, so that one ring that is over does not ring again while the listen has yet to notice.
 */
export function phoneOfListen(phone: PhoneAlert, listen: Listen, told: number | null): PhoneAlert {
  if (phone.kind === 'ringing' || listen.kind !== 'ringing' || listen.since === told) return phone;
  return { kind: 'ringing', agent: listen.agent, since: listen.since };
}

/** A ring that belonged to a listen ends with it, should the phone's own event be lost. */
export function phoneAfterListen(phone: PhoneAlert, listen: Listen): PhoneAlert {
  if (phone.kind === 'none' || phone.agent === null) return phone;
  if (listen.kind === 'ended' && phone.since >= listen.since) return phone;
  return pendingAgent(listen)?.workNo === phone.agent.workNo ? phone : quiet;
}

export const quiet: PhoneAlert = { kind: 'none' };

/** Whom a ring that comes now is for; one that comes while listening already is for something else. */
function pendingAgent(listen: Listen) {
  switch (listen.kind) {
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'outcomeUnknown':
    case 'stopping':
      return listen.agent;
    case 'idle':
    case 'listening':
    case 'ended':
      return null;
  }
}

/** The gateway may have begun to call before it got the stop (ms): what rings then was asked for. */
const ringsLate = 30_000;

function agentJustLeft(listen: Listen, now: number) {
  return listen.kind === 'ended' && listen.outcome !== 'sessionOver' && now - listen.since <= ringsLate ? listen.agent : null;
}
