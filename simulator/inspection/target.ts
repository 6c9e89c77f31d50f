import type { Centre } from '../centre/centre.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import type { Session } from '../session/session.ts';
import type { InspectionRules } from './inspectionRules.ts';

/** Why an inspector can do nothing with a number, whoever it is: no right to inspect (900-002), or their own number (000-005). Null: they can. */
export function inspectorRefusal(session: Session, workNo: string): Retcode | null {
  if (!session.account.inspectionRight) return retcode.noQcRight;
  return workNo === session.agentId ? retcode.inspectsHimself : null;
}

/**
 * Why an inspector can do nothing at all with this agent (protocol.md 3, 6): the above, nobody signed in has that number
 * (900-003), or another inspector has, where the CTI does not support that (900-002). Null: they can.
 */
export function targetRefusal(session: Session, workNo: string, centre: Centre, rules: InspectionRules): Retcode | null {
  const refusal = inspectorRefusal(session, workNo);
  if (refusal !== null) return refusal;
  const target = centre.agent(workNo);
  if (target === null || target.state === 'signedOut') return retcode.qcResourceUnavailable;
  return target.inspector && !rules.inspectInspectors ? retcode.noQcRight : null;
}
