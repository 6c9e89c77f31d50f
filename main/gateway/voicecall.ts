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

/** Leaves the inspector's own call, such as one that was taken over (protocol.md 4, `release`). Refusals: 100-006, 100-007, 200-017: none is left. */
export async function releaseCall(link: GatewayLink, deadline?: number): Promise<Reply<null>> {
  const reply = await link.send({
    name: 'releaseCall',
    method: 'DELETE',
    path: `voicecall/${encodeURIComponent(link.agentId)}/release`,
    ...(deadline === undefined ? {} : { deadline }),
  });
  return reply.ok ? { ok: true, value: null } : reply;
}
