import { z } from 'zod';
import { phoneBehaviour } from '../inspection/phone.ts';
import { inWords } from './inWords.ts';
import { agentSchema } from './names.ts';

const behaviour = inWords(phoneBehaviour, { after: 'afterMs' });

/** What an inspector's phone does from their next listen on. */
export const setPhoneSchema = z.looseObject({ agent: agentSchema }).transform(({ agent, ...phone }, context) => {
  const reading = behaviour.safeParse(phone);
  if (reading.success) return { agent, phone: reading.data };
  for (const { path, message } of reading.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});
