import { z } from 'zod';
import type { AgentState } from '../../contract/agentState.ts';
import { workNoSchema } from '../../contract/workNo.ts';
import { rosterStateOf } from './agentState.ts';
import type { GatewayLink, Reply } from './link.ts';
import { plainText } from '../textFormats/plainText.ts';
import { looseInt, looseText } from './reading.ts';

/** What the gateway tells of one agent beyond the list (protocol.md 3.2). Null: it did not say. */
export interface AgentFacts {
  readonly workNo: string;
  readonly state: AgentState;
  /** Milliseconds in the present state when the gateway answered; it counts whole seconds. */
  readonly inStateFor: number | null;
  /** Names of the skills. */
  readonly skills: readonly string[] | null;
  readonly group: string;
  readonly groupId: number | null;
  /** Milliseconds since 1970, by the gateway's clock. */
  readonly signedInAt: number | null;
  readonly voice: boolean | null;
  /** The last two digits of the phone number, where it has more than four; the number goes no further than here. */
  readonly phoneEnding: string | null;
}

const skillSchema = z.object({ name: looseText });
/** Whatever may be missing, is: only the work number must be there. */
const optionalText = looseText.nullable().catch(null);
const optionalInt = looseInt.catch(null);

/** By the documented names in lower case: the editions write `groupname` and `groupName`. */
const factsSchema = z.object({
  workno: looseText.pipe(workNoSchema),
  status: optionalInt,
  ctistatus: optionalInt,
  currentstatetime: optionalInt,
  skilllist: z.array(z.unknown()).nullable().catch(null),
  groupname: optionalText,
  groupid: optionalInt,
  logindate: optionalInt,
  mediatype: optionalText,
  phonenumber: optionalText,
});

/**
 * One agent, all details (protocol.md 3.2, `agentbyworkno`). Refusals: 300-001, 300-002.
 * `currentstatetime` is in seconds, as a client of Huawei's own reads it, while `logindate` is in milliseconds; no document says so.
 */
export async function agentByWorkNo(link: GatewayLink, workNo: string, signal?: AbortSignal): Promise<Reply<AgentFacts | null>> {
  const reply = await link.send({
    name: 'queryAgentInfoByWorkNo',
    method: 'GET',
    path: `agentgroup/${encodeURIComponent(link.agentId)}/agentbyworkno/${encodeURIComponent(workNo)}`,
    urgency: 'spare',
    ...(signal === undefined ? {} : { signal }),
  });
  return reply.ok ? { ok: true, value: readAgentFacts(reply.value.result, 'ccGateway') } : reply;
}

const callIdsSchema = z.object({ callids: z.array(z.union([z.string().min(1).max(64), z.int().transform(String)])).max(100) });

/** The calls that an agent is in, by their IDs (protocol.md 3.2, `agentbyworkno.callids`). */
export async function callIdsOf(link: GatewayLink, workNo: string): Promise<Reply<readonly string[]>> {
  const reply = await link.send({
    name: 'queryAgentInfoByWorkNo',
    method: 'GET',
    path: `agentgroup/${encodeURIComponent(link.agentId)}/agentbyworkno/${encodeURIComponent(workNo)}`,
    urgency: 'now',
  });
  if (!reply.ok) return reply;
  const { result } = reply.value;
  const named =
    typeof result === 'object' && result !== null
      ? Object.entries(result).map(([name, value]: [string, unknown]) => [name.toLowerCase(), value] as const)
      : [];
  const parsed = callIdsSchema.safeParse(Object.fromEntries(named));
  if (!parsed.success) return { ok: false, failure: { kind: 'invalidResponse', reason: 'not-an-answer', status: 200 } };
  return { ok: true, value: parsed.data.callids };
}

/**
 * The details of several agents but for their skills, in one query (protocol.md 3.2, `agentinfonoskills`): known from a client
 * only, which reads `status` there in the CTI's numbering. Agents that the gateway does not know are left out.
 */
export async function agentInfoNoSkills(link: GatewayLink, workNos: readonly string[], signal: AbortSignal): Promise<Reply<AgentFacts[]>> {
  const reply = await link.send({
    name: 'queryAgentInfoNoSkills',
    method: 'POST',
    path: `agentgroup/${encodeURIComponent(link.agentId)}/agentinfonoskills`,
    body: { agentlist: workNos },
    urgency: 'spare',
    signal,
  });
  if (!reply.ok) return reply;
  const items = z.array(z.unknown()).safeParse(reply.value.result);
  if (!items.success) return { ok: false, failure: { kind: 'invalidResponse', reason: 'not-an-answer', status: 200 } };
  return { ok: true, value: items.data.map((item) => readAgentFacts(item, 'cti')).filter((facts) => facts !== null) };
}

/** Reads one agent's details, in whichever numbering their `status` is; null when they are of nobody. Never throws. */
export function readAgentFacts(item: unknown, numbering: 'ccGateway' | 'cti'): AgentFacts | null {
  if (typeof item !== 'object' || item === null) return null;
  const parsed = factsSchema.safeParse(Object.fromEntries(Object.entries(item).map(([name, value]) => [name.toLowerCase(), value])));
  if (!parsed.success) return null;
  const { workno, status, ctistatus, currentstatetime, skilllist, groupname, groupid, logindate, mediatype, phonenumber } = parsed.data;
  return {
    workNo: workno,
    state: numbering === 'ccGateway' ? rosterStateOf(status, ctistatus) : rosterStateOf(null, ctistatus ?? status),
    inStateFor: currentstatetime === null || currentstatetime < 0 ? null : currentstatetime * 1_000,
    skills: skilllist === null ? null : skillNames(skilllist),
    group: plainText(groupname ?? '', 200),
    groupId: groupid,
    signedInAt: logindate === null || logindate <= 0 ? null : logindate,
    voice: voiceOf(mediatype),
    phoneEnding: phonenumber === null ? null : (/\d{3}(\d{2})$/.exec(phonenumber)?.[1] ?? null),
  };
}

function skillNames(skills: readonly unknown[]): string[] {
  return skills
    .slice(0, 100)
    .map((skill) => skillSchema.safeParse(skill))
    .map((skill) => (skill.success ? plainText(skill.data.name, 100) : ''))
    .filter((name) => name !== '');
}

/** `mediatype`: three letters T or F, the first for voice (protocol.md 1.1). */
export function voiceOf(mediaType: string | null): boolean | null {
  const letter = mediaType?.[0]?.toUpperCase();
  return letter === 'T' ? true : letter === 'F' ? false : null;
}
