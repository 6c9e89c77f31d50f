import type { ShownSettings } from '../../contract/settings.ts';
import type { Notice } from '../../contract/state.ts';
import type { Administered, AdministeredFault } from '../settings/administered.ts';

/** What has to be said of the administrator's settings, at the start and whenever they are others. */
export function administeredNotices({ faults }: Administered, { wrong }: ShownSettings): readonly Notice[] {
  const someWrong = wrong.some(({ source }) => source !== 'user');
  return [...faults.map((fault) => faultNotices[fault]), ...(someWrong ? [administeredWrong] : [])];
}

const faultNotices: Readonly<Record<AdministeredFault, Notice>> = {
  machineFileDamaged: {
    id: 'machine-file-damaged',
    sentence: 'The settings file of this computer could not be read and is not obeyed. Tell your administrator.',
  },
  machineFileUnprotected: {
    id: 'machine-file-unprotected',
    sentence: 'The settings file of this computer can be changed by its users, so it is not obeyed. Tell your administrator.',
  },
  policyUnreadable: {
    id: 'policy-unreadable',
    sentence: 'The policies of this computer could not be read and are not obeyed. Tell your administrator.',
  },
};

const administeredWrong: Notice = {
  id: 'administered-wrong',
  sentence: 'Some settings of your administrator cannot be used and are not obeyed. The settings page names them. Tell your administrator.',
};
