import type { GatewayLink, Reply } from './link.ts';

function path(link: GatewayLink, ...parts: readonly string[]): string {
  return ['qualitycontrol', link.agentId, ...parts].map(encodeURIComponent).join('/');
}

/**
 * Asks to listen to an agent: PUT only, no body (protocol.md 3, 3.1).
 * Success means accepted; the inspector's phone is called next. Refusals: 100-006, 900-001, -002, -003, -005, 000-005.
 */
export async function addSupervise(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  const reply = await link.send({ name: 'addSupervise', method: 'PUT', path: path(link, 'addsupervise', workNo) });
  return reply.ok ? { ok: true, value: null } : reply;
}

/** Ends a listen (protocol.md 3; the path has no verb). Refusals: 100-006, 900-001, -002, -003, also when nothing is left to stop. */
export async function stopSuperviseOrInsert(link: GatewayLink, workNo: string, deadline?: number): Promise<Reply<null>> {
  const reply = await link.send({
    name: 'stopSuperviseOrInsert',
    method: 'DELETE',
    path: path(link, workNo),
    ...(deadline === undefined ? {} : { deadline }),
  });
  return reply.ok ? { ok: true, value: null } : reply;
}
