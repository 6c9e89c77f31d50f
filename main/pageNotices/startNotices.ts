import type { Notice } from '../../contract/state.ts';
import type { PersistedParts } from '../store/persisted.ts';

/** What was found damaged at the start. */
export interface FoundAtStart {
  readonly unreadable: readonly (keyof PersistedParts)[];
  /** Of the administrator's settings. */
  readonly administered: readonly Notice[];
}

/** What has to be said of it, to be put away by the inspector. */
export function startNotices(found: FoundAtStart): readonly Notice[] {
  return [...found.unreadable.map(unreadableNotice), ...found.administered];
}

/** The administrator's file of certificate authorities. */
export const authorityFileUnreadable: Notice = { id: 'authority-file-unreadable', kind: 'authorityFileUnreadable' };

function unreadableNotice(part: keyof PersistedParts): Notice {
  return { id: `unreadable-${part}`, kind: part === 'pins' ? 'pinsDamaged' : 'keptDamaged' };
}
