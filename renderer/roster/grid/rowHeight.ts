import type { RosterView } from '../../../contract/rosterView.ts';

const fallback = { normal: 32, compact: 26 } as const satisfies Record<RosterView['density'], number>;
const token = { normal: '--row-height-normal', compact: '--row-height-compact' } as const;

/** A row's height as the tokens say it, so that the virtual list and the style sheet cannot differ. */
export function readRowHeight(density: RosterView['density']): number {
  const height = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token[density]));
  return Number.isFinite(height) && height > 0 ? height : fallback[density];
}
