import { z } from 'zod';
import { done, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { Centre } from '../centre/centre.ts';
import { allGroups } from '../centre/skillGroups.ts';
import type { Consulted } from '../consult/consult.ts';
import type { Consults } from '../consult/consults.ts';
import type { Transfers } from '../consult/transfers.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import { command } from './interface.ts';
import type { Interface } from './interface.ts';
import { readBody } from './jsonBody.ts';

export interface CallTransferOptions {
  readonly centre: Centre;
  readonly desk: CallDesk;
  readonly consults: Consults;
  readonly transfers: Transfers;
  readonly apiEdition: ApiEdition;
}

// Whole numbers may come as strings: so the demos send them.
const whole = z.union([z.int(), z.string().regex(/^\d$/).transform(Number)]);
const address = z.union([z.string(), z.int().transform(String)]).pipe(z.string().min(1).max(24));
const transferBody = z.object({ devicetype: whole.pipe(z.literal([1, 2, 3, 4, 5])), address, mode: whole });
const helpBody = z.object({
  dstaddress: address,
  devicetype: whole.pipe(z.literal([1, 2])).default(2),
  // 1: the customer is held meanwhile, 2: a talk of three.
  mode: whole.pipe(z.literal([1, 2])).default(1),
});
const joinBody = z.object({ callid: z.string().min(1) });

/** voicecall: consulting others beside the own call, and giving it away (cec_07_1236, 1240, 1242, 1243, 1245). */
export function callTransfer(here: CallTransferOptions): Interface[] {
  const { desk, consults, transfers } = here;
  return [
    command('POST', 'voicecall/{agentid}/innerhelp', 'innerHelp', ({ session, body }) => {
      const request = readBody(helpBody, body);
      if (request === null) return refused(retcode.messageParameterError);
      const call = desk.talking(session.agentId);
      if (call === null) return refused(retcode.noCallForHelp);
      const consulted = whomToAsk(here, session.agentId, request);
      if (consulted === null) return refused(retcode.numberWrong);
      return answerTo(consults.begin(session, call, consulted, request.mode === 2));
    }),
    command('POST', 'voicecall/{agentid}/confjoin', 'confJoin', ({ session, body }) => {
      const request = readBody(joinBody, body);
      return request === null ? refused(retcode.messageParameterError) : answerTo(consults.join(session, request.callid));
    }),
    command('POST', 'voicecall/{agentid}/connecthold/{callid}', 'connectHold', (call) =>
      answerTo(consults.connectHold(call.session, call.parameter('callid'))),
    ),
    command('POST', 'voicecall/{agentid}/transfer', 'transfer', ({ session, body }) => {
      const request = readBody(transferBody, body);
      return request === null ? refused(retcode.messageParameterError) : answerTo(transfers.transfer(session, request));
    }),
    command('POST', 'voicecall/{agentid}/canceltransfer', 'cancelTransfer', ({ session }) => answerTo(transfers.cancel(session))),
    // Digits sent during a talk, of which no event tells; only the clients have it (AgentServerDemo).
    command('POST', 'voicecall/{agentid}/seconddialex', 'secondDialEx', ({ session, query }) =>
      dialledOn(desk, session.agentId, query.get('number') ?? ''),
    ),
    // The C# client's form.
    command('POST', 'voicecall/{agentid}/seconddial/{number}', 'secondDial', ({ session, parameter }) =>
      dialledOn(desk, session.agentId, parameter('number')),
    ),
  ];
}

function dialledOn(desk: CallDesk, agentId: string, digits: string): Answer {
  if (!/^[\d*#]{1,24}$/.test(digits)) return refused(retcode.numberWrong);
  return desk.talking(agentId) === null ? refused(retcode.noCall) : done;
}

/** Help comes from an agent, or from the first idle one of a skill queue; null: there is no such address. */
function whomToAsk(
  { centre, apiEdition }: CallTransferOptions,
  agentId: string,
  { devicetype, dstaddress }: z.infer<typeof helpBody>,
): Consulted | null {
  if (devicetype === 2) {
    const isColleague = isWorkNo(dstaddress, apiEdition) && dstaddress !== agentId;
    return isColleague ? { kind: 'agent', workNo: dstaddress } : null;
  }
  if (!allGroups.some(({ id }) => String(id) === dstaddress)) return null;
  const ofSkill = [...centre.agents()].filter(
    ({ workNo, skills }) => workNo !== agentId && skills.some(({ id }) => String(id) === dstaddress),
  );
  const chosen = ofSkill.find(({ state }) => state === 'idle') ?? ofSkill[0];
  return chosen === undefined ? null : { kind: 'agent', workNo: chosen.workNo };
}

function answerTo(code: Retcode): Answer {
  return code === retcode.success ? done : refused(code);
}
