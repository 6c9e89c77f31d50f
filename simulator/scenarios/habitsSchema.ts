import { z } from 'zod';
import { habitsSchema } from '../habits/habits.ts';
import { inWords } from './inWords.ts';
import { agentSchema } from './names.ts';

const durations = { from: 'fromMs', to: 'toMs', after: 'afterMs', upTo: 'upToMs', oldLives: 'oldLivesMs' };
const habits = inWords(habitsSchema, durations, habitsSchema.keyof().options);

/** The gateway's habits from now on, with one inspector or, without `agent`, with everyone. */
export const setHabitsSchema = z.looseObject({ agent: agentSchema.exactOptional() }).transform(({ agent, ...written }, context) => {
  const reading = habits.safeParse(written);
  if (reading.success) return { ...(agent === undefined ? {} : { agentId: agent }), habits: reading.data };
  for (const { path, message } of reading.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});
