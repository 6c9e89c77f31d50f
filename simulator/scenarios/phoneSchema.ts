import { z } from 'zod';
import type { PhoneBehaviour } from '../inspection/phone.ts';
import { durationSchema } from './duration.ts';
import { agentSchema } from './names.ts';

const agent = { agent: agentSchema };
const after = { after: durationSchema };

/** What an inspector's phone does from his next listen on. */
export const setPhoneSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('picksUp'), ...agent, ...after }),
    z.strictObject({ kind: z.literal('neverAnswers'), ...agent }),
    z.strictObject({ kind: z.literal('declines'), ...agent, ...after, phoneState: z.literal([2, 3]).exactOptional() }),
    z.strictObject({ kind: z.literal('longCall'), ...agent }),
    z.strictObject({ kind: z.literal('busy'), ...agent }),
    z.strictObject({ kind: z.literal('unplugged'), ...agent }),
  ])
  .transform(({ agent: whose, ...phone }): { agent: string; phone: PhoneBehaviour } => ({
    agent: whose,
    phone: 'after' in phone ? withAfterMs(phone) : phone,
  }));

function withAfterMs<Phone extends { readonly after: number }>({ after: afterMs, ...rest }: Phone) {
  return { ...rest, afterMs };
}
