import { z } from 'zod';
import { workNoSchema } from '../../contract/workNo.ts';
import type { GatewayLink, Reply } from './link.ts';
import { looseInt, looseText } from './reading.ts';

/** The events that Earshot acts on, by the protocol's names (protocol.md 2.2); `other` is everything else. */
export type GatewayEvent =
  | { readonly type: (typeof plainEvents)[number] }
  | { readonly type: 'AgentState_SetNotReady_Success'; readonly reason: number | null }
  | { readonly type: 'AgentOther_PhoneRelease'; readonly by: 'platform' | 'agent' | 'unknown' }
  /** Somebody is heard, or no more. Documented to go to the inspected agent; whom it is about stands in it anyway. */
  | { readonly type: 'AgentOther_BeQcStart'; readonly inspected: string; readonly inspector: string }
  | { readonly type: 'AgentOther_BeQcStop'; readonly inspected: string }
  | { readonly type: 'other'; readonly eventType: string };

/** Events whose content says nothing that Earshot needs. */
export const plainEvents = [
  'AgentState_Ready',
  'AgentState_Busy',
  'AgentState_Work',
  'AgentState_SetWork_Success',
  'AgentState_CancelWork_Success',
  'AgentState_CancelNotReady_Success',
  'AgentState_SetRest_Success',
  'AgentState_CancelRest_Success',
  'AgentState_Force_Ready',
  'AgentState_Force_SetNotReady',
  'AgentOther_InService',
  'AgentOther_ShutdownService',
  'AgentOther_PhoneAlerting',
  'AgentOther_PhoneOffhook',
  'AgentOther_PhoneBusy',
  'AgentOther_PhoneUnknow',
] as const;

const plain = z.enum(plainEvents);
const eventSchema = z.object({ eventType: z.string(), workNo: z.unknown().optional(), content: z.unknown().optional() });
const notReadySchema = z.object({ reason: looseText.transform((text) => (/^\d{1,5}$/.test(text) ? Number(text) : null)) });
const looseWorkNo = looseText.pipe(workNoSchema);
/** `qcAgentId` is the inspecting agent: the English page, which says the inspected one, contradicts the Chinese (protocol.md 2.2). */
const inspectionSchema = z.object({ qcAgentId: looseWorkNo });
const releaseSchema = z.object({ phoneState: looseInt });

/** As every event of protocol.md 2.2 is named; what is not may be a phone number, and is not logged. */
const eventName = /^[A-Z][A-Za-z]{1,30}(_[A-Za-z]{1,30}){1,4}$/;

/** Decodes an answer's `event`. Null when there is none; never throws. */
export function decodeEvent(event: unknown): GatewayEvent | null {
  if (event === undefined || event === null) return null;
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return { type: 'other', eventType: 'unreadable' };
  const { eventType, workNo, content } = parsed.data;
  const known = plain.safeParse(eventType);
  if (known.success) return { type: known.data };
  switch (eventType) {
    case 'AgentState_SetNotReady_Success': {
      const notReady = notReadySchema.safeParse(content);
      return { type: eventType, reason: notReady.success ? notReady.data.reason : null };
    }
    case 'AgentOther_PhoneRelease': {
      const release = releaseSchema.safeParse(content);
      return { type: eventType, by: release.success ? hungUpBy(release.data.phoneState) : 'unknown' };
    }
    case 'AgentOther_BeQcStart': {
      const inspected = looseWorkNo.safeParse(workNo);
      const inspection = inspectionSchema.safeParse(content);
      if (!inspected.success || !inspection.success) return { type: 'other', eventType };
      return { type: eventType, inspected: inspected.data, inspector: inspection.data.qcAgentId };
    }
    case 'AgentOther_BeQcStop': {
      const inspected = looseWorkNo.safeParse(workNo);
      return inspected.success ? { type: eventType, inspected: inspected.data } : { type: 'other', eventType };
    }
    default:
      return { type: 'other', eventType: eventName.test(eventType) ? eventType : 'unreadable' };
  }
}

/** 3: the platform hung up; 2: the agent did (protocol.md 2.2). */
function hungUpBy(phoneState: number | null): 'platform' | 'agent' | 'unknown' {
  if (phoneState === 3) return 'platform';
  return phoneState === 2 ? 'agent' : 'unknown';
}

/** One turn of the event poll: held by the gateway for about ten seconds when there is no event (protocol.md 2.1). */
export async function getAgentEvent(link: GatewayLink, deadline: number, signal: AbortSignal): Promise<Reply<GatewayEvent | null>> {
  const reply = await link.send({
    name: 'getAgentEvent',
    method: 'GET',
    path: `agentevent/${encodeURIComponent(link.agentId)}`,
    deadline,
    endsWhenGivenUp: true,
    signal,
  });
  return reply.ok ? { ok: true, value: decodeEvent(reply.value.event) } : reply;
}
