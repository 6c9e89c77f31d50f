import { z } from 'zod';
import { misbehaviour, requestMatch } from '../http/faultInjection.ts';
import type { RequestMatch } from '../http/faultInjection.ts';
import { inWords } from './inWords.ts';
import { agentSchema } from './names.ts';

const { interface: request, method, path, times } = requestMatch.shape;

/** Which requests to come misbehave: all that fit every point given. */
const matchSchema = z
  .strictObject({ request, agent: agentSchema.exactOptional(), method, path, times })
  .transform(({ request: name, agent, ...rest }): RequestMatch => ({
    ...rest,
    ...(name === undefined ? {} : { interface: name }),
    ...(agent === undefined ? {} : { agentId: agent }),
  }));

export const nextAnswerSchema = z.strictObject({ to: matchSchema, is: inWords(misbehaviour, { for: 'ms' }) });
