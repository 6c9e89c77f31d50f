import type { ShownSettings } from '../../contract/settings.ts';
import type { Notice } from '../../contract/state.ts';
import type { Administered, AdministeredFault } from '../settings/administered.ts';
import { failsClosed } from '../settings/layers.ts';

/** What has to be said of the administrator's settings, at the start and whenever they are others. */
export function administeredNotices({ faults }: Administered, shown: ShownSettings): readonly Notice[] {
  const someWrong = shown.wrong.some(({ source }) => source !== 'user');
  return [
    ...faults.map((fault) => faultNotices[fault]),
    ...(someWrong ? [{ id: 'administered-wrong', kind: 'administeredWrong' } as const] : []),
    ...(failsClosed(shown) ? [{ id: 'trust-closed', kind: 'trustClosed' } as const] : []),
  ];
}

const faultNotices: Readonly<Record<AdministeredFault, Notice>> = {
  machineFileDamaged: { id: 'machine-file-damaged', kind: 'machineFileDamaged' },
  machineFileUnprotected: { id: 'machine-file-unprotected', kind: 'machineFileUnprotected' },
  policyUnreadable: { id: 'policy-unreadable', kind: 'policyUnreadable' },
};
