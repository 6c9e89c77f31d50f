import type { Notice } from '../contract/state.ts';
import type { AdministeredFault } from './settings/administered.ts';
import type { KeptParts } from './settings/kept.ts';

/** What was found damaged at the start. */
export interface FoundAtStart {
  readonly unreadable: readonly (keyof KeptParts)[];
  readonly administeredFaults: readonly AdministeredFault[];
  /** Whether single values of the administrator's are not obeyed. */
  readonly administeredWrong: boolean;
  readonly authorityFileUnreadable: boolean;
}

/** What has to be said of it, to be put away by the inspector. */
export function startNotices(found: FoundAtStart): readonly Notice[] {
  return [
    ...found.unreadable.map(unreadableNotice),
    ...administeredNotices(found),
    ...(found.authorityFileUnreadable ? [authorityFileUnreadable] : []),
  ];
}

/** What has to be said of the administrator's settings, at the start and whenever they were read again. */
export function administeredNotices(found: Pick<FoundAtStart, 'administeredFaults' | 'administeredWrong'>): readonly Notice[] {
  return [...found.administeredFaults.map((fault) => faultNotices[fault]), ...(found.administeredWrong ? [administeredWrong] : [])];
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

const authorityFileUnreadable: Notice = {
  id: 'authority-file-unreadable',
  sentence: 'The administrator’s file of certificate authorities could not be read, so nothing in it is trusted. Tell your administrator.',
};

function unreadableNotice(part: keyof KeptParts): Notice {
  const sentence =
    part === 'pins'
      ? 'The list of trusted certificates was damaged. No certificate is trusted now; you will be asked again.'
      : 'A part of what Earshot keeps was damaged and starts empty.';
  return { id: `unreadable-${part}`, sentence };
}
