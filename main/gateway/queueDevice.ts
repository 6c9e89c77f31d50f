import { z } from 'zod';
import { plainText } from '../textFormats/plainText.ts';
import type { GatewayAnswer } from './answer.ts';
import type { GatewayLink, Reply } from './link.ts';
import { looseInt, looseText } from './reading.ts';

const skillSchema = z.object({ id: looseInt, name: looseText.catch('') });

/** The skills of the call centre, by their numbers (protocol.md 3.2, `agentvdnskill`). */
export async function agentVdnSkill(link: GatewayLink, signal: AbortSignal): Promise<Reply<ReadonlyMap<number, string>>> {
  const reply = await link.send({
    name: 'querySkillQueueOnAgentVDN',
    method: 'GET',
    path: `queuedevice/${encodeURIComponent(link.agentId)}/agentvdnskill`,
    signal,
    urgency: 'spare',
  });
  const skills = listIn(reply, skillSchema);
  if (!skills.ok) return skills;
  return { ok: true, value: new Map(skills.value.flatMap(({ id, name }) => (id === null ? [] : [[id, plainText(name, 200)]]))) };
}

/** How a queue stands. What the gateway did not say, or nobody can read, is null. */
export interface QueueFigures {
  readonly id: number;
  readonly waiting: number | null;
  /** Seconds. */
  readonly longestWait: number | null;
  readonly signedIn: number | null;
  readonly available: number | null;
}

/** The gateway tells of so many at once (protocol.md 3.2). */
export const skillsARequest = 100;

const count = looseInt.transform((value) => (value === null || value < 0 ? null : value));

const figuresSchema = z.object({ deviceNo: looseInt, queueSize: count, queueTime: count, loggedOnAgents: count, availAgents: count });

/** How up to a hundred queues stand (protocol.md 3.2, `queryacdstat`). */
export async function queryAcdStat(
  link: GatewayLink,
  skills: readonly number[],
  signal: AbortSignal,
): Promise<Reply<readonly QueueFigures[]>> {
  const reply = await link.send({
    name: 'queryAcdStat',
    method: 'POST',
    path: `queuedevice/${encodeURIComponent(link.agentId)}/queryacdstat`,
    body: { skills },
    signal,
    urgency: 'spare',
  });
  const figures = listIn(reply, figuresSchema);
  if (!figures.ok) return figures;
  return {
    ok: true,
    value: figures.value.flatMap(({ deviceNo, queueSize, queueTime, loggedOnAgents, availAgents }) =>
      deviceNo === null
        ? []
        : [{ id: deviceNo, waiting: queueSize, longestWait: queueTime, signedIn: loggedOnAgents, available: availAgents }],
    ),
  };
}

/** The entries of an answer that can be read; those that cannot are left out. */
function listIn<Entry>(reply: Reply<GatewayAnswer>, schema: z.ZodType<Entry>): Reply<readonly Entry[]> {
  if (!reply.ok) return reply;
  const { result } = reply.value;
  if (!Array.isArray(result)) return { ok: false, failure: { kind: 'invalidResponse', reason: 'not-an-answer', status: 200 } };
  const entries = result.map((item) => schema.safeParse(item)).flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  return { ok: true, value: entries };
}
