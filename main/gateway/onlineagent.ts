import { z } from 'zod';
import type { AgentState } from '../../contract/agentState.ts';
import { ownStateOf } from './agentState.ts';
import type { GatewayLink, Reply } from './link.ts';
import type { Urgency } from './queryLimiter.ts';
import { looseInt } from './reading.ts';
import { guidFrom } from './response.ts';

export interface Credentials {
  readonly password: string;
  /** The phone that rings when listening. */
  readonly phoneNumber: string;
  /** The phone is linked to the gateway (eSpace 7910). */
  readonly phoneLinkage?: boolean;
}

/** As in the documented sample (protocol.md 1.1): idle after sign-in, a phone that hangs up at the end, PC and phone. */
function signInBody(credentials: Credentials): Record<string, string> {
  return {
    password: credentials.password,
    phonenum: credentials.phoneNumber,
    status: '4',
    releasephone: 'true',
    agenttype: '4',
    ...(credentials.phoneLinkage === true ? { phonelinkage: 'true' } : {}),
  };
}

function base(link: GatewayLink): string {
  return `onlineagent/${encodeURIComponent(link.agentId)}`;
}

async function done(reply: Promise<Reply<unknown>>): Promise<Reply<null>> {
  const settled = await reply;
  return settled.ok ? { ok: true, value: null } : settled;
}

/** Signs in (protocol.md 1.1). Refused with 100-002 when signed in elsewhere. Do not repeat before it answered. */
export function login(link: GatewayLink, credentials: Credentials): Promise<Reply<null>> {
  return done(link.send({ name: 'login', method: 'PUT', path: base(link), body: signInBody(credentials), deadline: 20_000 }));
}

/** Signs in and ends the other session of this agent ID (protocol.md 1.1). Only when the inspector asked for it. */
export function forceLogin(link: GatewayLink, credentials: Credentials): Promise<Reply<null>> {
  return done(
    link.send({ name: 'forceLogin', method: 'PUT', path: `${base(link)}/forcelogin`, body: signInBody(credentials), deadline: 20_000 }),
  );
}

/** Signs out; refused while talking or answering (protocol.md 1.5). */
export function logout(link: GatewayLink, deadline: number): Promise<Reply<null>> {
  return done(link.send({ name: 'logout', method: 'DELETE', path: `${base(link)}/logout`, deadline }));
}

/** Signs out and releases calls too (protocol.md 1.5). */
export function forceLogout(link: GatewayLink, deadline: number): Promise<Reply<null>> {
  return done(link.send({ name: 'forceLogout', method: 'DELETE', path: `${base(link)}/forcelogout`, deadline }));
}

/** Makes the inspector idle (protocol.md 1.6). Accepted is not yet idle: an event or a query tells. */
export function sayFree(link: GatewayLink): Promise<Reply<null>> {
  return done(link.send({ name: 'sayFree', method: 'POST', path: `${base(link)}/sayfree` }));
}

const agentStatusSchema = z.object({ agentState: looseInt });

/** How long a query may take, in milliseconds, how it is given up, how soon it must go; without them, as any request. */
export interface QueryLimits {
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  readonly urgency?: Urgency;
}

/** The inspector's own state (protocol.md 1.6); a result that cannot be read is `unknown`. */
export async function getAgentStatus(link: GatewayLink, limits: QueryLimits = {}): Promise<Reply<AgentState>> {
  const reply = await link.send({ name: 'getAgentStatus', method: 'GET', path: `${base(link)}/agentstatus`, ...limits });
  if (!reply.ok) return reply;
  const parsed = agentStatusSchema.safeParse(reply.value.result);
  return { ok: true, value: parsed.success ? ownStateOf(parsed.data.agentState) : 'unknown' };
}

const updateGuidSchema = z.object({ guid: z.string() });

/**
 * Asks for a new Guid (protocol.md 1.2): for when the answer that brought the last one may have been lost.
 * Null when the gateway names none. Refused with 100-006 when signed out.
 */
export async function updateGuid(link: GatewayLink, limits: QueryLimits = {}): Promise<Reply<string | null>> {
  const reply = await link.send({ name: 'updateGuid', method: 'PUT', path: `${base(link)}/updateGuid`, ...limits });
  if (!reply.ok) return reply;
  const parsed = updateGuidSchema.safeParse(reply.value.result);
  return { ok: true, value: parsed.success ? guidFrom(parsed.data.guid) : null };
}
