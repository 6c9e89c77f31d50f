import { happening } from '../agentEvent.ts';
import type { Happening } from '../agentEvent.ts';
import { done, refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { isInCall, numbersOf } from '../centre/agentState.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import type { Rest } from '../session/rest.ts';
import type { Session } from '../session/session.ts';
import { command, query } from './interface.ts';
import type { Interface } from './interface.ts';
import { flagOf, wholeNumber } from './wholeNumber.ts';

/** onlineagent: the caller's own state (protocol.md 1.6). */
export function ownState(centre: Centre, clock: Clock, rest: Rest): Interface[] {
  const stateOf = (session: Session): AgentState => centre.existing(session.agentId).state;
  const enter = (session: Session, state: AgentState, ...told: readonly Happening[]): Answer => {
    centre.enter(session.agentId, state, clock.now());
    session.tell(...told);
    return done;
  };
  return [
    query('onlineagent/{agentid}/agentstatus', 'getAgentStatus', ({ session, seen }) => {
      const { state } = seen.existing(session.agentId);
      // isWorking: whether the agent is talking (cec_07_1222).
      return resulting({ agentState: numbersOf(state).status, isWorking: state === 'talking' });
    }),
    command('POST', 'onlineagent/{agentid}/sayfree', 'sayFree', ({ session }) =>
      isInCall(stateOf(session)) ? refused(retcode.stateNotSet) : enter(session, 'idle', happening.ready),
    ),
    command('POST', 'onlineagent/{agentid}/saybusy', 'sayBusy', ({ session, query: parameters }) => {
      const reading = readBusy(parameters);
      if (reading === null) return refused(retcode.invalidParameter);
      const state = stateOf(session);
      const prolongs = reading.reason !== '0' && reading.prolong;
      if (isInCall(state) || (state === 'busy' && !prolongs)) return refused(retcode.stateNotSet);
      const answer = enter(session, 'busy', happening.setNotReady(reading.reason));
      centre.describe(session.agentId, { stateReason: Number(reading.reason) });
      return answer;
    }),
    command('POST', 'onlineagent/{agentid}/cancelbusy', 'cancelBusy', ({ session }) =>
      stateOf(session) === 'busy' ? enter(session, 'idle', happening.cancelNotReady, happening.ready) : refused(retcode.stateNotSet),
    ),
    command('POST', 'onlineagent/{agentid}/rest/{seconds}/{cause}', 'sayRest', (call) => {
      const seconds = wholeNumber(call.parameter('seconds'), 1, longestRest);
      const cause = wholeNumber(call.parameter('cause'), 0, highestCause);
      const prolong = flagOf(call.query.get('prolong') ?? 'false');
      if (seconds === null || cause === null || prolong === null) return refused(retcode.invalidParameter);
      const state = stateOf(call.session);
      if (isInCall(state) || (state === 'rest' && !prolong)) return refused(retcode.stateNotSet);
      rest.begin(call.session, seconds, cause);
      return done;
    }),
    command('POST', 'onlineagent/{agentid}/cancelrest', 'cancelRest', ({ session }) =>
      stateOf(session) === 'rest' ? enter(session, 'idle', happening.cancelRest, happening.ready) : refused(retcode.stateNotSet),
    ),
    command('POST', 'onlineagent/{agentid}/work', 'sayWork', ({ session }) =>
      isInCall(stateOf(session)) ? refused(retcode.stateNotSet) : enter(session, 'wrapUp', happening.setWork),
    ),
    command('POST', 'onlineagent/{agentid}/cancelwork', 'cancelWork', ({ session }) =>
      stateOf(session) === 'wrapUp' ? enter(session, 'idle', happening.cancelWork, happening.ready) : refused(retcode.stateNotSet),
    ),
  ];
}

const longestRest = 86_399;
const highestCause = 255;

/** `reason` 200..250, or 0 or empty for none; `prolong` true or false (protocol.md 1.6). */
function readBusy(parameters: URLSearchParams): { reason: string; prolong: boolean } | null {
  const reason = parameters.get('reason') ?? '';
  const prolong = parameters.get('prolong') ?? 'false';
  const isReason = reason === '' || reason === '0' || /^2([0-4]\d|50)$/.test(reason);
  if (!isReason || (prolong !== 'true' && prolong !== 'false')) return null;
  return { reason: reason === '' ? '0' : reason, prolong: prolong === 'true' };
}
