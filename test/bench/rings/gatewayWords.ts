import { z } from 'zod';

/** What the bench asks of the gateway's process. */
export const gatewayOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue'), events: z.array(z.string()) }),
  z.object({
    kind: z.literal('disturb'),
    faults: z.object({ latencyMs: z.number(), jitterMs: z.number(), cutAfterBytes: z.int().nullable() }),
  }),
]);

export type GatewayOrder = z.infer<typeof gatewayOrder>;

/** What it answers; `at`: milliseconds since 1970, just before the first event was queued. */
export const gatewayWord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    port: z.int(),
    inspector: z.object({ agentId: z.string(), password: z.string(), phone: z.string() }),
  }),
  z.object({ kind: z.literal('queued'), at: z.number() }),
  z.object({ kind: z.literal('disturbed') }),
]);

export type GatewayWord = z.infer<typeof gatewayWord>;
