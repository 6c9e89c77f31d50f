import { z } from 'zod';
import { happening } from '../agentEvent.ts';
import { done, refused } from '../answer.ts';
import type { Centre } from '../centre/centre.ts';
import { retcode } from '../retcode.ts';
import type { Accounts } from '../session/accounts.ts';
import type { Sessions } from '../session/sessions.ts';
import { command } from './interface.ts';
import type { Interface } from './interface.ts';
import { readBody } from './jsonBody.ts';

/** As the documents have it: a hundred receivers, 1,023 bytes (protocol.md 4). */
const note = z.object({
  agentIds: z
    .array(z.union([z.string(), z.int()]).transform(String))
    .min(1)
    .max(100),
  content: z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= 1_023),
});

/** As AgentServerDemo sends it; what kinds of target there are is not documented. */
const bulletin = z.object({ bulletindata: z.string().min(1), targetname: z.string().default('') });

const passwords = z.object({ oldPassword: z.string(), newPassword: z.string().min(1).max(32) });

export interface NoteOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
}

/** onlineagent: what agents send each other, and their passwords (protocol.md 4). */
export function notes({ centre, sessions, accounts }: NoteOptions): Interface[] {
  return [
    command('POST', 'onlineagent/{agentid}/sendnoteletex', 'sendNoteLetEx', ({ body }) => {
      const sent = readBody(note, body);
      if (sent === null) return refused(retcode.signInParametersEmpty);
      for (const workNo of new Set(sent.agentIds)) sessions.of(workNo)?.tell(happening.note(sent.content));
      return done;
    }),
    // To the group that it names, or to all.
    command('POST', 'onlineagent/{agentid}/notifybulletin', 'notifyBulletin', ({ body }) => {
      const sent = readBody(bulletin, body);
      if (sent === null) return refused(retcode.messageParameterError);
      const isOf = ({ agentId }: { readonly agentId: string }): boolean => centre.existing(agentId).group.name === sent.targetname;
      const open = [...sessions.all()];
      const meant = open.some(isOf) ? open.filter(isOf) : open;
      for (const session of meant) session.tell(happening.bulletin(sent.bulletindata));
      return done;
    }),
    command('POST', 'onlineagent/{agentid}/modifyaccountpwdex', 'modifyAccountPwdEx', ({ agentId, body }) => {
      const wanted = readBody(passwords, body);
      if (wanted === null) return refused(retcode.messageParameterError);
      const account = accounts.of(agentId);
      if (account?.password !== wanted.oldPassword) return refused(retcode.wrongPassword);
      accounts.changePassword(account, wanted.newPassword);
      return done;
    }),
  ];
}
