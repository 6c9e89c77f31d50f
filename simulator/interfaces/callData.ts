import { refused, resulting } from '../answer.ts';
import type { Call } from '../call/call.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { JsonObject } from '../json.ts';
import { retcode } from '../retcode.ts';
import { query } from './interface.ts';
import type { Interface } from './interface.ts';

/** calldata: what is known of the caller's own call (protocol.md 4). No answer of these is documented here. */
export function callData(desk: CallDesk): Interface[] {
  const about = (path: string, logMethod: string, find: (agentId: string) => Call | undefined): Interface =>
    query(`calldata/{agentid}/${path}`, logMethod, ({ agentId }) => {
      const call = find(agentId);
      return call === undefined ? refused(retcode.noCallData) : resulting(callInfo(call));
    });
  const idsOf = (calls: readonly (Call | undefined)[]): string[] => calls.flatMap((call) => (call === undefined ? [] : [call.callId]));
  return [
    about('callinfo', 'queryCallInfo', (agentId) => desk.of(agentId)),
    about('callinfobeforeanswer', 'queryCallInfoBeforeAnswer', (agentId) => desk.ringing(agentId)),
    query('calldata/{agentid}/callinfobycallid/{callid}', 'queryCallInfoByCallId', (request) => {
      const call = desk.of(request.agentId);
      return call?.callId === request.parameter('callid') ? resulting(callInfo(call)) : refused(retcode.noCallData);
    }),
    query('calldata/{agentid}/allcallid', 'queryAllCallId', ({ agentId }) => resulting(idsOf([desk.of(agentId)]))),
    query('calldata/{agentid}/holdlist', 'queryHoldList', ({ agentId }) => {
      const call = desk.of(agentId);
      return resulting(idsOf([call?.held === true ? call : undefined]));
    }),
    query('calldata/{agentid}/appdata', 'queryAppData', ({ agentId }) =>
      desk.of(agentId) === undefined ? refused(retcode.noCallData) : resulting(''),
    ),
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
    callfeature: kind === 'inbound' ? 0 : 7,
    isinner: kind === 'inner',
  };
}
