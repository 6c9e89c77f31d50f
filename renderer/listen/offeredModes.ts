import { modeOf, type Mode, type NoRight, type ShownInspection } from '../../contract/inspection.ts';
import type { Settings } from '../../contract/settings.ts';

/** A way to be in the call that is on the page. `is`: so now. `noRight`: the gateway refused it, and it is not offered again. */
export interface OfferedMode {
  readonly mode: Mode;
  readonly how: 'is' | 'can' | 'noRight';
}

/** What the administrator lets the inspector do; what is forbidden is not on the page. */
export function allowedModes({ whisperAllowed, insertAllowed, interceptAllowed }: Settings): readonly Exclude<Mode, 'listen'>[] {
  return [
    ...(whisperAllowed ? (['whisper'] as const) : []),
    ...(insertAllowed ? (['insert'] as const) : []),
    ...(interceptAllowed ? (['call'] as const) : []),
  ];
}

/** The ways to go on in a call. Back to listening is offered whatever else is not; who has the call has no other way. */
export function offeredModes(inspection: ShownInspection, settings: Settings, noRight: NoRight): readonly OfferedMode[] {
  const present = modeOf(inspection);
  const allowed = allowedModes(settings);
  if (present === 'call' || (present === 'listen' && allowed.length === 0)) return [];
  return (['listen', ...allowed] as const).map((mode) => ({
    mode,
    how: mode === present ? 'is' : mode !== 'listen' && noRight[mode] ? 'noRight' : 'can',
  }));
}
