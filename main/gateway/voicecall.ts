import type { GatewayLink, Reply } from './link.ts';

/** Picks the linked phone up (protocol.md 4, `phonepickup`): only with phone linkage (eSpace 7910), after `AgentOther_PhoneAlerting`. */
export async function phonePickup(link: GatewayLink): Promise<Reply<null>> {
  const reply = await link.send({
    name: 'phonePickup',
    method: 'POST',
    path: `voicecall/${encodeURIComponent(link.agentId)}/phonepickup`,
  });
  return reply.ok ? { ok: true, value: null } : reply;
}
