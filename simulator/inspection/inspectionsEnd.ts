import type { InspectedMedia } from '../agentEvent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Chats } from './chats.ts';
import type { InspectionRules } from './inspectionRules.ts';
import type { InspectionEnd } from './listenEnd.ts';
import type { OngoingInspections } from './ongoingInspections.ts';

export interface InspectionsEndOptions {
  readonly centre: Centre;
  readonly sessions: Sessions;
  readonly chats: Chats;
  readonly rules: InspectionRules;
  readonly ongoing: OngoingInspections;
}

/** Ends inspections from now on when there is nothing left to inspect, or nobody who does. */
export function letInspectionsEnd({ centre, sessions, chats, rules, ongoing }: InspectionsEndOptions): void {
  const endAll = (workNo: string, media: InspectedMedia, reason: InspectionEnd): void => {
    for (const inspection of ongoing.on(workNo)) if (inspection.media === media) inspection.end(reason);
  };
  centre.onChange(({ agent, from, to }) => {
    if (to === 'signedOut') for (const inspection of ongoing.on(agent.workNo)) inspection.end('agentSignedOut');
    else if (isInCall(from) && !isInCall(to) && rules.endsWithCall) endAll(agent.workNo, 'voice', 'callEnded');
  });
  centre.onMove(({ workNo }) => {
    if (rules.endsWithMove) for (const inspection of ongoing.on(workNo)) inspection.end('agentMoved');
  });
  chats.onLastEnd((workNo) => {
    if (rules.endsWithCall) endAll(workNo, 'text', 'callEnded');
  });
  sessions.onEnd((session) => {
    ongoing.of(session.agentId)?.endInSilence('sessionOver');
  });
}
