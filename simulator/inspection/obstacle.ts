import type { InspectedMedia } from '../agentEvent.ts';
import { isInCall } from '../centre/agentState.ts';
import type { Centre } from '../centre/centre.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { Chats } from './chats.ts';
import type { InspectionRules } from './inspectionRules.ts';
import { inspectorRefusal, targetRefusal } from './target.ts';

export interface ObstacleOptions {
  readonly centre: Centre;
  readonly rules: InspectionRules;
  readonly chats: Chats;
}

/**
 * Why an inspection cannot begin now; null: it can. Of several obstacles, which is told is not documented; here the
 * inspector's own first.
 */
export function obstacle(
  { centre, rules, chats }: ObstacleOptions,
  session: Session,
  workNo: string,
  media: InspectedMedia,
): Retcode | null {
  const isIdle = centre.existing(session.agentId).state === 'idle';
  const refusal = inspectorRefusal(session, workNo) ?? (isIdle ? targetRefusal(session, workNo, centre, rules) : retcode.qcStateError);
  if (refusal !== null) return refusal;
  const canChat = chats.canChat(session.agentId) && chats.canChat(workNo);
  if (media === 'text' && !canChat) return retcode.qcResourceUnavailable;
  const hasTalk = media === 'voice' ? isInCall(centre.existing(workNo).state) : chats.of(workNo).length > 0;
  return hasTalk || rules.listenToIdle ? null : retcode.qcStateError;
}
