import { resulting } from '../answer.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Account } from '../session/account.ts';
import { query } from './interface.ts';
import type { Interface } from './interface.ts';

/** agentgroup: what the caller may do (protocol.md 3.2, 7). */
export function rights(apiEdition: ApiEdition): Interface[] {
  const right = (name: string, logMethod: string, of: (account: Account) => boolean): Interface =>
    query(`agentgroup/{agentid}/${name}`, logMethod, ({ session }) => {
      const has = of(session.account);
      return resulting(apiEdition.rights === 'boolean' ? has : String(has));
    });
  return [
    right('iscensor', 'isCensor', (account) => account.inspectionRight),
    right('ismonitor', 'isMonitor', (account) => account.monitorRight),
    right('isspymonitor', 'isSpyMonitor', (account) => account.spyMonitorRight),
    right('issystem', 'isSystem', (account) => account.systemRight),
    right('isreportmanager', 'isReportManager', (account) => account.reportRight),
    right('ispickup', 'isPickUp', (account) => account.pickUpRight),
  ];
}
