import type { ShownSettings } from '../../contract/settings.ts';
import type { Notice } from '../../contract/state.ts';
import type { Administered, AdministeredFault } from '../settings/administered.ts';

/** What has to be said of the administrator's settings, at the start and whenever they are others. */
export function administeredNotices({ faults }: Administered, { wrong }: ShownSettings): readonly Notice[] {
  const someWrong = wrong.some(({ source }) => source !== 'user');
  return [
    ...faults.map((fault) => faultNotices[fault]),
    ...(someWrong ? [{ id: 'administered-wrong', kind: 'administeredWrong' } as const] : []),
  ];
}

const faultNotices: Readonly<Record<AdministeredFault, Notice>> = {
  machineFileDamaged: { id: 'machine-file-damaged', kind: 'machineFileDamaged' },
  machineFileUnprotected: { id: 'machine-file-unprotected', kind: 'machineFileUnprotected' },
  policyUnreadable: { id: 'policy-unreadable', kind: 'policyUnreadable' },
};
