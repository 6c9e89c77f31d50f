import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { InspectedMedia, InspectionMode } from '../agentEvent.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Inspections } from '../inspection/inspections.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import { command } from './interface.ts';
import type { Interface, SessionCall } from './interface.ts';

/** qualitycontrol: listen, insert, whisper, switch, intercept, stop (protocol.md 3). */
export function qualityControl(inspections: Inspections, apiEdition: ApiEdition): Interface[] {
  const whispered = (act: (call: SessionCall, workNo: string) => Retcode) => (call: SessionCall) => {
    const workNo = call.query.get('whisperagentid') ?? '';
    return answerOf(isWorkNo(workNo, apiEdition) ? act(call, workNo) : retcode.invalidParameter);
  };
  const onMedia = (act: (call: SessionCall, workNo: string, media: InspectedMedia) => Retcode) => (call: SessionCall) => {
    const media = mediaOf(call.query.get('mediaType') ?? '');
    return answerOf(media === null ? retcode.invalidParameter : act(call, call.parameter('workNo'), media));
  };
  return [
    command(
      'PUT',
      'qualitycontrol/{agentid}/addsupervise/{workNo}',
      'addSupervise',
      onMedia(({ session }, workNo, media) => inspections.begin(session, workNo, 'listen', media)),
    ),
    command(
      'PUT',
      'qualitycontrol/{agentid}/addinsert/{workNo}',
      'addInsert',
      onMedia(({ session }, workNo, media) => inspections.begin(session, workNo, 'insert', media)),
    ),
    command(
      'DELETE',
      'qualitycontrol/{agentid}/{workNo}',
      'stopSuperviseOrInsert',
      onMedia(({ session }, workNo, media) => inspections.stop(session, workNo, media)),
    ),
    command('POST', 'qualitycontrol/{agentid}/switch/{workNo}', 'switchSuperviseOrInsert', (call) =>
      answerOf(inspections.toggle(call.session, call.parameter('workNo'))),
    ),
    command(
      'PUT',
      'qualitycontrol/{agentid}/intercept/{workNo}',
      'intercept',
      onMedia(({ session, query }, workNo, media) => inspections.intercept(session, workNo, media, given(query.get('callId')))),
    ),
    command('PUT', 'qualitycontrol/{agentid}/intercept/{workNo}/{callId}', 'intercept', (call) =>
      answerOf(inspections.intercept(call.session, call.parameter('workNo'), 'voice', call.parameter('callId'))),
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
        return mode === null ? retcode.invalidParameter : inspections.switchTo(session, workNo, mode);
      }),
    ),
  ];
}

/** `mediaType`: 1 is text (aPortal); left out, or 5 as in the samples of skills, voice. */
function mediaOf(text: string): InspectedMedia | null {
  if (text === '' || text === '5') return 'voice';
  return text === '1' ? 'text' : null;
}

function given(text: string | null): string | null {
  return text === '' ? null : text;
}

/** `switchtype`: 0 listen, 1 insert, 2 whisper. */
function modeOf(text: string | null): InspectionMode | null {
  switch (text) {
    case '0':
      return 'listen';
    case '1':
      return 'insert';
    case '2':
      return 'whisper';
    case null:
    default:
      return null;
  }
}

/** `result` is reserved: an empty object. */
export function answerOf(code: Retcode): Answer {
  return code === retcode.success ? resulting({}) : refused(code);
}
