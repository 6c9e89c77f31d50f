import { refused } from '../answer.ts';
import { retcode, type Retcode } from '../retcode.ts';
import { command, type Interface, type Method } from './interface.ts';

/**
 * Families of which this centre has nothing: no recording, no chat of an agent's own, no conference. Their requests are known, as the
 * sample clients send them, and get the family's code for "there is none" (protocol.md 6, 8); which of its codes stands for
 * which request is not documented for most.
 */
export function absentFamilies(): Interface[] {
  return [
    ...family('recordplay', [
      ['PUT', 'play', 'recordPlay', retcode.noRecording],
      ['POST', 'pauseplay', 'pausePlay', retcode.notPlaying],
      ['POST', 'resumeplay', 'resumePlay', retcode.notPlaying],
      ['DELETE', 'stopplay', 'stopPlay', retcode.nothingToStopPlaying],
      ['PUT', 'startrecordscreen', 'startRecordScreen', retcode.noRecording],
      ['DELETE', 'stoprecordscreen', 'stopRecordScreen', retcode.noRecording],
    ]),
    ...family('textchat', [
      ['PUT', 'answer/{callid}', 'textAnswer', retcode.noChat],
      ['DELETE', 'reject/{callid}', 'textReject', retcode.noChat],
      ['DELETE', 'drop/{callid}', 'textDrop', retcode.noChat],
      ['PUT', 'chatmessage', 'textSendMessage', retcode.noChat],
      ['PUT', 'internalcall/{called}', 'textCallInner', retcode.noChat],
      ['POST', 'transfer', 'textTransfer', retcode.noChat],
      ['POST', 'sendmessagewithoutcall', 'sendMessageWithoutCall', retcode.noChat],
    ]),
    ...family('agentconf', [
      ['POST', 'requestagentconf', 'requestAgentConf', retcode.noConference],
      ['PUT', 'answeragentconf', 'answerAgentConf', retcode.noConference],
      ['DELETE', 'rejectagentconf', 'rejectAgentConf', retcode.noConference],
      ['DELETE', 'requestleaveagentconf', 'leaveAgentConf', retcode.noConference],
      ['DELETE', 'releaseagentconf', 'releaseAgentConf', retcode.noConference],
      ['PUT', 'prolongtime', 'prolongAgentConf', retcode.noConference],
      ['PUT', 'applytoshiftpresident', 'shiftPresident', retcode.noConference],
      ['PUT', 'playvoicetoconf', 'playVoiceToConf', retcode.noConference],
      ['PUT', 'stopvoicetoconf', 'stopVoiceToConf', retcode.noConference],
      ['PUT', 'modifyconfresource', 'modifyConfResource', retcode.noConference],
    ]),
    ...family('multimediaconf', [
      ['PUT', 'requestconf', 'requestConf', retcode.noMediaConference],
      ['PUT', 'inviteconf', 'inviteConf', retcode.noMediaConference],
      ['POST', 'joinconfresult', 'joinConfResult', retcode.noMediaConference],
      ['DELETE', 'stopconf', 'stopConf', retcode.noMediaConference],
      ['POST', 'getconfstate', 'getConfState', retcode.noMediaConference],
    ]),
  ];
}

type Request = readonly [Method, path: string, logMethod: string, code: Retcode];

function family(name: string, requests: readonly Request[]): Interface[] {
  return requests.map(([method, rest, logMethod, code]) => command(method, `${name}/{agentid}/${rest}`, logMethod, () => refused(code)));
}
