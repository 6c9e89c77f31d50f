import { done, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import { command } from './interface.ts';
import type { Interface } from './interface.ts';

/** agentevent: the long poll, the session's heartbeat (protocol.md 2.1). */
export function agentEventPoll(clock: Clock): Interface[] {
  return [
    command('GET', 'agentevent/{agentid}', 'getAgentEvent', async ({ session, gone }) => {
      const answer = answerTo(await session.poll(gone));
      if (gone.aborted || answer.retcode !== retcode.success) return answer;
      const setGuid = session.guids.toAnnounce(clock.now());
      return setGuid === null ? answer : { ...answer, setGuid };
    }),
  ];
}

function answerTo(outcome: Awaited<ReturnType<Session['poll']>>): Answer {
  switch (outcome.kind) {
    case 'event':
      return { ...done, event: outcome.event };
    case 'nothing':
      return done;
    case 'wrongMode':
      return refused(retcode.wrongEventMethod);
    case 'sessionEnded':
      return refused(retcode.notSignedIn);
  }
}
