import { z } from 'zod';
import { faultsChange } from '../../../simulator/faults/faults.ts';
import { misbehaviour } from '../../../simulator/http/faultInjection.ts';

/** What the bench asks of the gateway's process. */
export const gatewayOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue'), events: z.array(z.string()) }),
  /** Answered when the platform lets the inspector's phone ring. */
  z.object({ kind: z.literal('awaitRing') }),
  /** Answered when the next listen is asked for. */
  z.object({ kind: z.literal('awaitListen') }),
  z.object({ kind: z.literal('hangUp') }),
  z.object({ kind: z.literal('disturb'), faults: faultsChange }),
  /** The next poll to come in goes wrong so. */
  z.object({ kind: z.literal('spoilPoll'), what: misbehaviour }),
  z.object({ kind: z.literal('renewGuid') }),
  /** Takes back what has not gone wrong yet. */
  z.object({ kind: z.literal('behave') }),
]);

export type GatewayOrder = z.infer<typeof gatewayOrder>;

/** What it answers; `at`: milliseconds since 1970, just before the event was queued, or as the request came in; null: none was, none did. */
export const gatewayWord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    port: z.int(),
    inspector: z.object({ agentId: z.string(), password: z.string(), phone: z.string() }),
  }),
  z.object({ kind: z.literal('queued'), at: z.number().nullable() }),
  z.object({ kind: z.literal('done') }),
]);

export type GatewayWord = z.infer<typeof gatewayWord>;
