import { z } from 'zod';
import { done, refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { featureOf, type Call } from '../call/call.ts';
import type { Calls } from '../call/calls.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { JsonObject } from '../json.ts';
import { retcode } from '../retcode.ts';
import { command, query } from './interface.ts';
import type { Interface } from './interface.ts';
import { readBody } from './jsonBody.ts';

const attached = z.object({ callid: z.string().default(''), calldata: z.string() });

/** calldata: what is known of the caller's own call, and what is attached to it (protocol.md 4). */
export function callData(desk: CallDesk, calls: Calls): Interface[] {
  const about = (path: string, logMethod: string, find: (agentId: string, parameters: URLSearchParams) => Call | null): Interface =>
    query(`calldata/{agentid}/${path}`, logMethod, ({ agentId, query: parameters }) => {
      const call = find(agentId, parameters);
      return call === null ? refused(retcode.noCallData) : resulting(callInfo(call));
    });
  const held = (workNo: string): Answer => {
    const call = desk.of(workNo);
    return call?.held === true ? resulting([callInfo(call)]) : refused(retcode.noHeldCallData);
  };
  const attach = (agentId: string, callId: string, data: string): Answer => {
    const call = desk.of(agentId);
    if (call === null || (callId !== '' && callId !== call.callId)) return refused(retcode.noCallData);
    calls.describe(call.callId, { data });
    return done;
  };
  return [
    about('callinfo', 'queryCallInfo', (agentId, parameters) => {
      const lastToo = parameters.get('isNoContainLastCall') === 'true';
      return desk.of(agentId) ?? (lastToo ? calls.lastOf(agentId) : null);
    }),
    about('callinfobeforeanswer', 'queryCallInfoBeforeAnswer', (agentId) => desk.ringing(agentId)),
    query('calldata/{agentid}/callinfobycallid/{callid}', 'queryCallInfoByCallId', (request) => {
      const call = desk.of(request.agentId);
      return call?.callId === request.parameter('callid') ? resulting(callInfo(call)) : refused(retcode.noCallData);
    }),
    query('calldata/{agentid}/allcallid', 'queryAllCallId', ({ agentId }) => {
      const call = desk.of(agentId);
      return resulting(call === null ? [] : [call.callId]);
    }),
    query('calldata/{agentid}/holdlist', 'queryHoldList', ({ agentId }) => held(agentId)),
    query('calldata/{agentid}/holdlistex/{workNo}', 'queryHoldListEx', ({ parameter }) => held(parameter('workNo'))),
    query('calldata/{agentid}/appdata', 'queryAppData', ({ agentId }) => {
      const call = desk.of(agentId);
      return call === null ? refused(retcode.noCallData) : resulting(call.data);
    }),
    command('PUT', 'calldata/{agentid}', 'setCallData', ({ agentId, query: parameters }) =>
      attach(agentId, parameters.get('callid') ?? '', parameters.get('calldata') ?? ''),
    ),
    command('POST', 'calldata/{agentid}/setcalldataex', 'setCallDataEx', ({ agentId, body }) => {
      const given = readBody(attached, body);
      return given === null ? refused(retcode.messageParameterError) : attach(agentId, given.callid, given.calldata);
    }),
  ];
}

function callInfo({ callId, caller, called, skill, begunAt, answeredAt, kind }: Call): JsonObject {
  return {
    callid: callId,
    caller,
    called,
    callskill: skill.name,
    callskillid: skill.id,
    begintime: begunAt,
    acktime: answeredAt ?? 0,
    callfeature: featureOf(kind),
    isinner: kind === 'inner',
  };
}
