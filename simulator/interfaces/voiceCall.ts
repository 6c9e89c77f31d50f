import { z } from 'zod';
import { happening } from '../agentEvent.ts';
import { done, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call/call.ts';
import { callOnWire } from '../call/call.ts';
import type { CallDesk } from '../call/callDesk.ts';
import type { Calls } from '../call/calls.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Consults } from '../consult/consults.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Inspections } from '../inspection/inspections.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import { command } from './interface.ts';
import type { GuardedInterface, Interface, SessionCall } from './interface.ts';
import { readBody } from './jsonBody.ts';

export interface VoiceCallOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly desk: CallDesk;
  readonly inspections: Inspections;
  readonly consults: Consults;
  readonly apiEdition: ApiEdition;
}

const dialling = z.object({ called: z.union([z.string(), z.int().transform(String)]) });

/** voicecall: the caller's own call (protocol.md 4). */
export function voiceCall(here: VoiceCallOptions): Interface[] {
  const { desk } = here;
  const release: GuardedInterface['handle'] = ({ agentId }) => endOf(desk, desk.of(agentId), retcode.nothingToEnd);
  return [
    command('PUT', 'voicecall/{agentid}/answer', 'answer', ({ agentId, query }) => {
      const call = desk.ringing(agentId);
      const wanted = query.get('callid') ?? '';
      if (call === null || (wanted !== '' && wanted !== call.callId)) return refused(retcode.nothingToAnswer);
      desk.answer(call);
      return done;
    }),
    command('DELETE', 'voicecall/{agentid}/release', 'release', release),
    command('DELETE', 'voicecall/{agentid}', 'release', release),
    command('POST', 'voicecall/{agentid}/dropcall/{callid}', 'dropCall', (call) => {
      const own = desk.of(call.agentId);
      const consult = here.consults.of(call.agentId);
      if (consult?.callId !== call.parameter('callid')) {
        return endOf(desk, own?.callId === call.parameter('callid') ? own : null, retcode.nothingToRelease);
      }
      here.consults.end(call.session, consult);
      return done;
    }),
    command('POST', 'voicecall/{agentid}/disconnect/{number}', 'disconnect', (call) => {
      const own = desk.of(call.agentId);
      const number = call.parameter('number');
      if (own === null) return refused(retcode.nothingToDisconnect);
      return endOf(desk, own.caller === number || own.called === number ? own : null, retcode.noSuchNumber);
    }),
    ...linkedPhone(here),
    ...holding(here.calls, desk),
    ...calling(here),
  ];
}

function endOf(desk: CallDesk, call: Call | null, otherwise: Retcode): Answer {
  if (call === null) return refused(otherwise);
  desk.end(call, 'agent');
  return done;
}

/** The phone worked by software: only with phone linkage; without it no code is documented, here 100-007. */
function linkedPhone({ desk, inspections }: VoiceCallOptions): Interface[] {
  const linked =
    (act: (session: Session) => Retcode) =>
    ({ session }: SessionCall): Answer => {
      const code = session.phoneLinkage ? act(session) : retcode.operationException;
      return code === retcode.success ? done : refused(code);
    };
  return [
    command(
      'POST',
      'voicecall/{agentid}/phonepickup',
      'phonePickUp',
      linked(({ agentId }) => {
        const inspection = inspections.of(agentId);
        const call = desk.ringing(agentId);
        if (inspection?.step() === 'ringing') inspection.pickUp();
        else if (call === null) return retcode.nothingToAnswer;
        else desk.answer(call);
        return retcode.success;
      }),
    ),
    command(
      'POST',
      'voicecall/{agentid}/phonehangup',
      'phoneHangUp',
      linked(({ agentId }) => {
        const step = inspections.of(agentId)?.step();
        const call = desk.of(agentId);
        if (step === 'ringing' || step === 'listening') inspections.hangUp(agentId);
        else if (call === null) return retcode.nothingToEnd;
        else desk.hangUp(call);
        return retcode.success;
      }),
    ),
  ];
}

/** Hold and mute. The events of unhold and mute are not documented: unhold says Talking again, mute says nothing. */
function holding(calls: Calls, desk: CallDesk): Interface[] {
  const changing = (path: string, logMethod: string, none: Retcode, change: (call: Call, session: Session) => Retcode): Interface =>
    command('POST', `voicecall/{agentid}/${path}`, logMethod, ({ session, query }) => {
      const call = desk.talking(session.agentId);
      const wanted = query.get('callid') ?? '';
      if (call === null || (wanted !== '' && wanted !== call.callId)) return refused(none);
      const code = change(call, session);
      return code === retcode.success ? done : refused(code);
    });
  return [
    changing('hold', 'hold', retcode.nothingToHold, (call, session) => {
      if (call.held) return retcode.holdStateError;
      calls.describe(call.callId, { held: true });
      session.tell(happening.held(call.callId));
      return retcode.success;
    }),
    changing('gethold', 'getHold', retcode.nothingToUnhold, (call, session) => {
      if (!call.held) return retcode.unholdStateError;
      calls.describe(call.callId, { held: false });
      session.tell(happening.talking(callOnWire(call)));
      return retcode.success;
    }),
    changing('beginmute', 'beginMute', retcode.nothingToMute, (call) => {
      if (call.muted) return retcode.alreadyMuted;
      calls.describe(call.callId, { muted: true });
      return retcode.success;
    }),
    changing('endmute', 'endMute', retcode.nothingToUnmute, (call) => {
      if (!call.muted) return retcode.notMuted;
      calls.describe(call.callId, { muted: false });
      return retcode.success;
    }),
  ];
}

/** Calls the agent makes, and one they take from a colleague. */
function calling({ centre, calls, desk, inspections, apiEdition }: VoiceCallOptions): Interface[] {
  const dial =
    (kind: 'outbound' | 'inner', isNumber: (called: string) => boolean) =>
    ({ session, body }: SessionCall): Answer => {
      const called = readBody(dialling, body)?.called;
      if (called === undefined) return refused(retcode.messageParameterError);
      if (!isNumber(called) || called === session.agentId) return refused(retcode.numberWrong);
      const { state } = centre.existing(session.agentId);
      if (isInCall(state) || state === 'rest') return refused(retcode.operationException);
      desk.callOut(session, called, kind);
      return done;
    };
  return [
    command(
      'PUT',
      'voicecall/{agentid}/callout',
      'callOut',
      dial('outbound', (called) => /^\d{1,24}$/.test(called)),
    ),
    // Called from a list of the agent's; what else its body may hold is not documented.
    command(
      'PUT',
      'voicecall/{agentid}/previewcallout',
      'previewCallOut',
      dial('outbound', (called) => /^\d{1,24}$/.test(called)),
    ),
    command(
      'PUT',
      'voicecall/{agentid}/callinner',
      'callInner',
      dial('inner', (called) => isWorkNo(called, apiEdition)),
    ),
    command('PUT', 'voicecall/{agentid}/snatchpickup', 'snatchPickUp', ({ session, query }) => {
      const workNo = query.get('destWorkNo') ?? '';
      const own = centre.existing(session.agentId);
      if (!isWorkNo(workNo, apiEdition)) return refused(retcode.invalidParameter);
      const isInGroup = centre.agent(workNo)?.group.id === own.group.id;
      if (!session.account.pickUpRight || !isInGroup) return refused(retcode.noRightToCall);
      if (own.state !== 'idle') return refused(retcode.operationException);
      const call = inspections.of(workNo) === null ? desk.ringing(workNo) : null;
      if (call === null) return refused(retcode.nothingToAnswer);
      desk.takeOver(calls.withId(call.callId) ?? call, session.agentId);
      return done;
    }),
  ];
}
