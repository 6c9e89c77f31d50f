import { modeOf, type Mode, type ShownInspection } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';

/**
 * How the bar looks where the line is up or may be, and somebody may hear the inspector. `asking`: a change is under way, a matter of
 * moments. Null: nobody hears them.
 */
export type HearingStatus = Exclude<Mode, 'listen'> | 'asking' | 'mayBeHeard';

export function hearingStatus(listen: Listen, inspection: ShownInspection | null): HearingStatus | null {
  if (inspection === null) return null;
  const mode = modeOf(inspection);
  if (mode === 'listen') return null;
  switch (listen.kind) {
    case 'idle':
    case 'ended':
    case 'requesting':
    case 'calling':
    case 'ringing':
      return null;
    case 'stopping':
    case 'outcomeUnknown':
      return 'mayBeHeard';
    case 'listening':
      if (mode !== 'unknown') return mode;
      return inspection.asking === null ? 'mayBeHeard' : 'asking';
  }
}
