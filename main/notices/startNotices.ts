import type { Notice } from '../../contract/state.ts';
import type { KeptParts } from '../settings/kept.ts';

/** What was found damaged at the start. */
export interface FoundAtStart {
  readonly unreadable: readonly (keyof KeptParts)[];
  readonly machineFileDamaged: boolean;
  readonly authorityFileUnreadable: boolean;
}

/** What has to be said of it, to be put away by the inspector. */
export function startNotices(found: FoundAtStart): readonly Notice[] {
  return [
    ...found.unreadable.map(unreadableNotice),
    ...(found.machineFileDamaged ? [machineFileDamaged] : []),
    ...(found.authorityFileUnreadable ? [authorityFileUnreadable] : []),
  ];
}

const machineFileDamaged: Notice = {
  id: 'machine-file-damaged',
  sentence: 'The settings file of this computer could not be read and is not obeyed. Tell your administrator.',
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
