import type { RosterRow } from '../../contract/roster.ts';

/** What the gateway has not said of an agent that was only listed. */
export const unknownOfRow = {
  groupId: null,
  skills: null,
  sinceIs: 'seen',
  signedInAt: null,
  voice: null,
  phoneEnding: null,
  inspectedBy: null,
} as const satisfies Partial<RosterRow>;
