import { z } from 'zod';
import type { Misbehaviour, RequestMatch } from '../http/misbehaviour.ts';
import { durationSchema } from './duration.ts';
import { agentSchema } from './names.ts';

const status = z.int().min(100).max(599);
const when = z.enum(['beforeHandling', 'afterHandling']);

/** Every way in which an answer can go wrong, as http/misbehaviour.ts has them. */
const misbehaviourSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('html'), status: status.exactOptional(), body: z.string().exactOptional() }),
  z.strictObject({
    kind: z.literal('redirect'),
    location: z.string(),
    status: z.literal([301, 302, 303, 307, 308]).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('truncatedJson') }),
  z.strictObject({ kind: z.literal('cutAnswer') }),
  z.strictObject({
    kind: z.literal('retcode'),
    retcode: z.union([z.string(), z.int()]),
    message: z.string().exactOptional(),
    status: status.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    status,
    body: z.string(),
    contentType: z.string().exactOptional(),
    headers: z.record(z.string(), z.string()).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('closeSocket'), when }),
  z
    .strictObject({ kind: z.literal('delay'), for: durationSchema, when })
    .transform(({ for: ms, when: moment }) => ({ kind: 'delay' as const, ms, when: moment })),
  z.strictObject({ kind: z.literal('rawBytes'), bytes: z.string() }),
  z.strictObject({ kind: z.literal('dropFields'), fields: z.array(z.string()).min(1) }),
]) satisfies z.ZodType<Misbehaviour>;

const pathSchema = z.string().transform((text, context) => {
  try {
    return new RegExp(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a regular expression' });
    return z.NEVER;
  }
});

/** Which requests to come misbehave: all that fit every point given. */
const matchSchema = z
  .strictObject({
    request: z.string().exactOptional(),
    agent: agentSchema.exactOptional(),
    method: z.enum(['GET', 'PUT', 'POST', 'DELETE']).exactOptional(),
    path: pathSchema.exactOptional(),
    times: z.int().min(1).max(1_000_000).exactOptional(),
  })
  .transform(({ request, agent, ...rest }): RequestMatch => ({
    ...rest,
    ...(request === undefined ? {} : { interface: request }),
    ...(agent === undefined ? {} : { agentId: agent }),
  }));

export const nextAnswerSchema = z.strictObject({ to: matchSchema, is: misbehaviourSchema });
