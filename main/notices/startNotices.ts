import type { Notice } from '../../contract/state.ts';
import type { KeptParts } from '../settings/kept.ts';

/** What was found damaged at the start. */
export interface FoundAtStart {
  readonly unreadable: readonly (keyof KeptParts)[];
  /** Of the administrator's settings. */
  readonly administered: readonly Notice[];
  readonly authorityFileUnreadable: boolean;
}

/** What has to be said of it, to be put away by the inspector. */
export function startNotices(found: FoundAtStart): readonly Notice[] {
  return [
    ...found.unreadable.map(unreadableNotice),
    ...found.administered,
    ...(found.authorityFileUnreadable ? [{ id: 'authority-file-unreadable', kind: 'authorityFileUnreadable' } as const] : []),
  ];
}

function unreadableNotice(part: keyof KeptParts): Notice {
  return { id: `unreadable-${part}`, kind: part === 'pins' ? 'pinsDamaged' : 'keptDamaged' };
}
