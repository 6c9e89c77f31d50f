import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { InspectionMode } from '../agentEvent.ts';
import { isWorkNo } from '../dialect.ts';
import type { Dialect } from '../dialect.ts';
import type { Inspections } from '../inspection/inspections.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import { command } from './interface.ts';
import type { Interface, SessionCall } from './interface.ts';

/** qualitycontrol: listen, insert, whisper, switch, intercept, stop (ccgateway.md 3; listening-interface.txt). */
export function qualityControl(inspections: Inspections, dialect: Dialect): Interface[] {
  const whispered = (act: (call: SessionCall, workNo: string) => Retcode) => (call: SessionCall) => {
    const workNo = call.query.get('whisperagentid') ?? '';
    return answerOf(isWorkNo(workNo, dialect) ? act(call, workNo) : retcode.invalidParameter);
  };
  return [
    command('PUT', 'qualitycontrol/{agentid}/addsupervise/{workNo}', 'addSupervise', (call) =>
      answerOf(inspections.begin(call.session, call.parameter('workNo'), 'listen')),
    ),
    command('PUT', 'qualitycontrol/{agentid}/addinsert/{workNo}', 'addInsert', (call) =>
      answerOf(inspections.begin(call.session, call.parameter('workNo'), 'insert')),
    ),
    command('DELETE', 'qualitycontrol/{agentid}/{workNo}', 'stopSuperviseOrInsert', (call) =>
      answerOf(inspections.stop(call.session, call.parameter('workNo'))),
    ),
    command('POST', 'qualitycontrol/{agentid}/switch/{workNo}', 'switchSuperviseOrInsert', (call) =>
      answerOf(inspections.toggle(call.session, call.parameter('workNo'))),
    ),
    command('PUT', 'qualitycontrol/{agentid}/intercept/{workNo}', 'intercept', (call) =>
      answerOf(inspections.intercept(call.session, call.parameter('workNo'), undefined)),
    ),
    command('PUT', 'qualitycontrol/{agentid}/intercept/{workNo}/{callId}', 'intercept', (call) =>
      answerOf(inspections.intercept(call.session, call.parameter('workNo'), call.parameter('callId'))),
    ),
    command(
      'POST',
      'qualitycontrol/{agentid}/requestwhisperagent',
      'requestWhisperAgent',
      whispered(({ session }, workNo) => inspections.whisper(session, workNo)),
    ),
    command(
      'POST',
      'qualitycontrol/{agentid}/requeststopwhisperagent',
      'requestStopWhisperAgent',
      whispered(({ session }, workNo) => inspections.stopWhisper(session, workNo)),
    ),
    command(
      'POST',
      'qualitycontrol/{agentid}/requestswitchinsertwhisperagent',
      'requestSwitchInsertWhisperAgent',
      whispered(({ session, query }, workNo) => {
        const mode = modeOf(query.get('switchtype'));
        return mode === undefined ? retcode.invalidParameter : inspections.switchTo(session, workNo, mode);
      }),
    ),
  ];
}

/** `switchtype`: 0 listen, 1 insert, 2 whisper. */
function modeOf(text: string | null): InspectionMode | undefined {
  switch (text) {
    case '0':
      return 'listen';
    case '1':
      return 'insert';
    case '2':
      return 'whisper';
    case null:
    default:
      return undefined;
  }
}

/** `result` is reserved: an empty object. */
export function answerOf(code: Retcode): Answer {
  return code === retcode.success ? resulting({}) : refused(code);
}
