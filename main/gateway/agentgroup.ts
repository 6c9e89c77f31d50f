import { z } from 'zod';
import type { AgentState } from '../../contract/agentState.ts';
import { rosterStateOf } from './agentState.ts';
import type { GatewayLink, Reply } from './link.ts';
import { plainText } from './plainText.ts';
import { looseInt } from './reading.ts';

/** An agent as the roster queries give it, cleaned. */
export interface ListedAgent {
  readonly workNo: string;
  readonly name: string;
  /** Empty: not given. */
  readonly group: string;
  readonly groupId: number | null;
  readonly state: AgentState;
  /** Signed in for voice calls; null: not given. */
  readonly voice: boolean | null;
}

export interface AgentList {
  readonly agents: readonly ListedAgent[];
  /** Entries without a readable work number. */
  readonly leftOut: number;
}

const listSchema = z.array(z.unknown());

/** Signed-in agents of the call centre (ccgateway.md 3.2). */
export function onlineAgentOnVdn(link: GatewayLink, signal: AbortSignal): Promise<Reply<AgentList>> {
  return list(link, 'onlineagentonvdn', signal);
}

/** All agents, signed out ones too (ccgateway.md 3.2); those are left out here without being counted. */
export function allAgentStatus(link: GatewayLink, signal: AbortSignal): Promise<Reply<AgentList>> {
  return list(link, 'allagentstatus', signal);
}

async function list(link: GatewayLink, query: string, signal: AbortSignal): Promise<Reply<AgentList>> {
  const reply = await link.send({
    name: query,
    method: 'GET',
    path: `agentgroup/${encodeURIComponent(link.agentId)}/${query}`,
    signal,
    urgency: 'soon',
  });
  if (!reply.ok) return reply;
  const parsed = listSchema.safeParse(reply.value.result);
  if (!parsed.success) return { ok: false, failure: { kind: 'nonsense', reason: 'not-an-answer', status: 200 } };
  return { ok: true, value: readAgents(parsed.data) };
}

const detailSchema = z.object({ status: looseInt, ctiStatus: looseInt });

/**
 * The phase of the inspector's own call, from the details of his own number (ccgateway.md 3.2, `agentbyworkno`):
 * `talking`, `answering` and the like; null when the gateway gives no `ctiStatus`, which alone tells them apart.
 */
export async function ownCallState(link: GatewayLink): Promise<Reply<AgentState | null>> {
  const own = encodeURIComponent(link.agentId);
  const reply = await link.send({ name: 'queryAgentInfoByWorkNo', method: 'GET', path: `agentgroup/${own}/agentbyworkno/${own}` });
  if (!reply.ok) return reply;
  const parsed = detailSchema.safeParse(reply.value.result);
  if (!parsed.success || parsed.data.ctiStatus === null) return { ok: true, value: null };
  return { ok: true, value: rosterStateOf(parsed.data.status, parsed.data.ctiStatus) };
}

/**
 * Reads a roster answer's entries: either edition's spellings, strings or numbers, missing fields (ccgateway.md 3.2).
 * Of two entries with one number the later counts. Field by field by hand, as this is the one hot reading: 10,000 entries every 3 s.
 */
export function readAgents(entries: readonly unknown[]): AgentList {
  const agents = new Map<string, ListedAgent>();
  let leftOut = 0;
  for (const entry of entries) {
    const workNo = (field(entry, 'workno') ?? field(entry, 'workNo'))?.trim() ?? null;
    if (workNo === null || !/^\d{1,6}$/.test(workNo)) {
      leftOut += 1;
      continue;
    }
    const state = rosterStateOf(integer(field(entry, 'status')), integer(field(entry, 'ctiStatus') ?? field(entry, 'ctistatus')));
    if (state === 'signedOut') {
      agents.delete(workNo);
      continue;
    }
    agents.set(workNo, {
      workNo,
      name: plainText(field(entry, 'name') ?? '', 200),
      group: plainText(field(entry, 'groupname') ?? field(entry, 'groupName') ?? '', 200),
      groupId: integer(field(entry, 'groupid') ?? field(entry, 'groupId')),
      state,
      voice: voiceOf(field(entry, 'mediatype') ?? field(entry, 'mediaType')),
    });
  }
  return { agents: [...agents.values()], leftOut };
}

function field(entry: unknown, name: string): string | null {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, name)) return null;
  const value: unknown = (entry as Record<string, unknown>)[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

function integer(text: string | null): number | null {
  return text !== null && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** `mediatype`: three letters T or F, the first for voice (ccgateway.md 1.1). */
function voiceOf(mediaType: string | null): boolean | null {
  const letter = mediaType?.[0]?.toUpperCase();
  return letter === 'T' ? true : letter === 'F' ? false : null;
}
