import type { Notice } from '../../contract/notice.ts';
import { isolated } from '../../contract/direction.ts';
import { fillPhrase } from './phrase.ts';
import { dayText } from './timeText.ts';
import type { Words } from './Words.ts';

/** A notice, ready to be shown. */
export function noticeText(notice: Notice, words: Words): string {
  const { notices } = words;
  switch (notice.kind) {
    case 'keptDamaged':
    case 'pinsDamaged':
    case 'machineFileDamaged':
    case 'machineFileUnprotected':
    case 'policyUnreadable':
    case 'administeredWrong':
    case 'trustClosed':
    case 'authorityFileUnreadable':
    case 'shortPolling':
    case 'pollsCut':
    case 'queuesNotHere':
    case 'auditNotWritten':
    case 'auditTampering':
    case 'auditLate':
    case 'auditHeadsNotWritten':
    case 'linkMalformed':
      return notices[notice.kind];
    case 'certificateExpires':
    case 'certificateExpired':
      return fillPhrase(notices[notice.kind], { gateway: notice.gateway, date: dayText(notice.validTo, words) });
    case 'movedGateway':
      return fillPhrase(notices.movedGateway, { gateway: notice.gateway });
    case 'followEnded':
      return fillPhrase(notices.followEnded[notice.why], { name: isolated(notice.agent.name), workNo: notice.agent.workNo });
    case 'standingEnded':
      return notices.standingEnded[notice.why](notice.listens);
  }
}
