import { z } from 'zod';
import type { AgentState } from '../../contract/agentState.ts';
import { rosterStateOf } from './agentState.ts';
import type { ListReader, ListReading } from './agentList.ts';
import type { GatewayLink, GatewayRequest, Reply } from './link.ts';
import { plainText } from '../textFormats/plainText.ts';
import type { QueryLimits } from './onlineagent.ts';
import { looseInt, looseText } from './reading.ts';

/** Signed-in agents of the call centre (protocol.md 3.2). */
export function onlineAgentOnVdn(link: GatewayLink, reader: ListReader, limits: ListLimits): Promise<Reply<ListReading>> {
  return agents(link, 'onlineagentonvdn', reader, limits);
}

/** All agents, signed out ones too (protocol.md 3.2). */
export function allAgentStatus(link: GatewayLink, reader: ListReader, limits: ListLimits): Promise<Reply<ListReading>> {
  return agents(link, 'allagentstatus', reader, limits);
}

/** How soon a list is wanted, and how it is given up. */
export type ListLimits = Required<Pick<QueryLimits, 'urgency' | 'signal'>>;

async function agents(link: GatewayLink, query: string, reader: ListReader, limits: ListLimits): Promise<Reply<ListReading>> {
  const read: { list: ListReading | null } = { list: null };
  const reply = await link.send({
    ...listRequest(link, query, limits),
    read: async (body, contentType) => {
      const { answer, list } = await reader.read(body, contentType);
      read.list = list;
      return answer;
    },
  });
  if (!reply.ok) return reply;
  return read.list === null ? notAList : { ok: true, value: read.list };
}

const groupSchema = z.object({ id: looseInt, name: looseText });

/** Names of the call centre's groups by their numbers (protocol.md 3.2). */
export async function groupOnVdn(link: GatewayLink, signal: AbortSignal): Promise<Reply<ReadonlyMap<number, string>>> {
  const reply = await list(link, 'grouponvdn', { urgency: 'spare', signal });
  if (!reply.ok) return reply;
  const groups = reply.value.map((item) => groupSchema.safeParse(item)).flatMap((group) => (group.success ? [group.data] : []));
  return { ok: true, value: new Map(groups.flatMap(({ id, name }) => (id === null ? [] : [[id, plainText(name, 200)]]))) };
}

async function list(link: GatewayLink, query: string, limits: ListLimits): Promise<Reply<readonly unknown[]>> {
  const reply = await link.send(listRequest(link, query, limits));
  if (!reply.ok) return reply;
  const { result } = reply.value;
  // Whether the entries are any good, their reader tells.
  return Array.isArray(result) ? { ok: true, value: result } : notAList;
}

function listRequest(link: GatewayLink, query: string, limits: ListLimits): GatewayRequest {
  return { name: query, method: 'GET', path: `agentgroup/${encodeURIComponent(link.agentId)}/${query}`, ...limits };
}

const notAList = { ok: false, failure: { kind: 'invalidResponse', reason: 'not-an-answer', status: 200 } } as const;

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
