import { z } from 'zod';

export const listenedAgentSchema = z.strictObject({ workNo: z.string(), name: z.string() });

export type ListenedAgent = z.infer<typeof listenedAgentSchema>;
