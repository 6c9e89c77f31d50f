import { z } from 'zod';
import type { AgentState } from '../../contract/agentState.ts';
import { rosterStateOf } from './agentState.ts';
import type { GatewayLink, Reply } from './link.ts';
import { plainText } from '../text/plainText.ts';
import type { Urgency } from './queryLimiter.ts';
import type { QueryLimits } from './onlineagent.ts';
import { looseInt, looseText } from './reading.ts';

/** Signed-in agents of the call centre, as they came (protocol.md 3.2); agentList.ts reads them. */
export function onlineAgentOnVdn(link: GatewayLink, urgency: Urgency, signal: AbortSignal): Promise<Reply<readonly unknown[]>> {
  return list(link, 'onlineagentonvdn', urgency, signal);
}

/** All agents, signed out ones too, as they came (protocol.md 3.2). */
export function allAgentStatus(link: GatewayLink, urgency: Urgency, signal: AbortSignal): Promise<Reply<readonly unknown[]>> {
  return list(link, 'allagentstatus', urgency, signal);
}

const groupSchema = z.object({ id: looseInt, name: looseText });

/** Names of the call centre's groups by their numbers (protocol.md 3.2). */
export async function groupOnVdn(link: GatewayLink, signal: AbortSignal): Promise<Reply<ReadonlyMap<number, string>>> {
  const reply = await list(link, 'grouponvdn', 'spare', signal);
  if (!reply.ok) return reply;
  const groups = reply.value.map((item) => groupSchema.safeParse(item)).flatMap((group) => (group.success ? [group.data] : []));
  return { ok: true, value: new Map(groups.flatMap(({ id, name }) => (id === null ? [] : [[id, plainText(name, 200)]]))) };
}

async function list(link: GatewayLink, query: string, urgency: Urgency, signal: AbortSignal): Promise<Reply<readonly unknown[]>> {
  const reply = await link.send({
    name: query,
    method: 'GET',
    path: `agentgroup/${encodeURIComponent(link.agentId)}/${query}`,
    signal,
    urgency,
  });
  if (!reply.ok) return reply;
  const { result } = reply.value;
  // Whether the entries are any good, their reader tells.
  if (!Array.isArray(result)) return { ok: false, failure: { kind: 'nonsense', reason: 'not-an-answer', status: 200 } };
  return { ok: true, value: result };
}

const detailSchema = z.object({ status: looseInt, ctiStatus: looseInt });

/**
 * The phase of the inspector's own call, from the details of their own number (protocol.md 3.2, `agentbyworkno`):
 * `talking`, `answering` and the like; null when the gateway gives no `ctiStatus`, which alone tells them apart.
 */
export async function ownCallState(link: GatewayLink, limits: QueryLimits = {}): Promise<Reply<AgentState | null>> {
  const own = encodeURIComponent(link.agentId);
  const reply = await link.send({
    name: 'queryAgentInfoByWorkNo',
    method: 'GET',
    path: `agentgroup/${own}/agentbyworkno/${own}`,
    urgency: 'ring',
    ...limits,
  });
  if (!reply.ok) return reply;
  const parsed = detailSchema.safeParse(reply.value.result);
  if (!parsed.success || parsed.data.ctiStatus === null) return { ok: true, value: null };
  return { ok: true, value: rosterStateOf(parsed.data.status, parsed.data.ctiStatus) };
}
