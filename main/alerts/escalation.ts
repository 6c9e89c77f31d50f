import type { Settings } from '../../contract/settings.ts';
import type { ActiveAlert } from './activeAlert.ts';
import type { Quiet, Shown, SurfaceName } from './surfaces.ts';

/** Milliseconds after which an alert that nobody reacts to is escalated. */
export const escalateAfter = 6_000;

/** What came of asking a surface; `late`: nothing was heard of it within its time. */
export type Attempt = Shown | { readonly kind: 'late' };

/** What is known of the present alert so far. It only grows while the alert lasts, so that nothing ever comes and goes. */
export interface AlertProgress {
  /** What each surface reported, in the order in which it was asked. */
  readonly attempts: { readonly [Name in SurfaceName]?: readonly Attempt[] };
  /** `inferred`: the system does not tell, but it did not show the last toast. */
  readonly quiet: Quiet | 'inferred';
  /** It has lasted so long that whatever was shown was not noticed. */
  readonly escalating: boolean;
  /** The last alert's sound did not play: a toast had better make one. */
  readonly soundless: boolean;
}

export const noProgress: AlertProgress = { attempts: {}, quiet: 'unknown', escalating: false, soundless: false };

/** The settings that alerts obey. */
export type AlertSettings = Pick<
  Settings,
  'alertSound' | 'alertVolume' | 'alertDevice' | 'alertWindow' | 'silentMode' | 'followMode' | 'phoneLinkage'
>;

/** Which surfaces an alert needs now. */
export interface Wanted {
  readonly tray: boolean;
  readonly badge: boolean;
  readonly attention: boolean;
  readonly page: boolean;
  readonly toast: boolean;
  /** The device to play on; null: no sound. */
  readonly sound: { readonly device: string } | null;
  readonly window: boolean;
  readonly raise: boolean;
}

export const nothingWanted: Wanted = {
  tray: false,
  badge: false,
  attention: false,
  page: false,
  toast: false,
  sound: null,
  window: false,
  raise: false,
};

/** Milliseconds within which a surface must have reported; then the next one follows. */
export const limits: Readonly<Record<SurfaceName, number>> = {
  tray: 500,
  badge: 500,
  attention: 500,
  page: 700,
  toast: 1_000,
  sound: 1_000,
  window: 800,
  raise: 800,
};

/**
 * The calm surfaces at once; the small window when one of them did not show, when notifications are held back or when
 * nobody reacts; the main window itself when the small one did not show either.
 */
export function wantedSurfaces(active: ActiveAlert | null, settings: AlertSettings, progress: AlertProgress): Wanted {
  if (active === null) return nothingWanted;
  if (active.kind === 'test') return onlyTested(active.surface, settings);
  // Nothing of a rule is escalated: it is shown on the page for as long as it is on.
  if (active.kind === 'rules') {
    const { toast, sound } = active.notification;
    return { ...nothingWanted, toast, sound: sound ? soundWanted(settings, progress) : null };
  }
  const trouble =
    failures(progress, 'toast') > 0 ||
    (hasSound(settings) && failures(progress, 'sound') >= devicesOf(settings).length) ||
    progress.quiet === 'yes' ||
    progress.quiet === 'inferred' ||
    progress.escalating;
  return {
    tray: true,
    badge: true,
    attention: true,
    page: true,
    toast: true,
    sound: soundWanted(settings, progress),
    window: windowWanted(settings, trouble),
    raise: trouble && (settings.alertWindow === 'never' || failures(progress, 'window') > 0),
  };
}

/** Whether sound is switched on at all. */
export function hasSound(settings: AlertSettings): boolean {
  return settings.alertSound && !settings.silentMode;
}

function windowWanted({ alertWindow, silentMode }: AlertSettings, trouble: boolean): boolean {
  switch (alertWindow) {
    case 'always':
      return true;
    case 'escalation':
      return trouble || silentMode;
    case 'never':
      return false;
  }
}

/** The devices that a sound is tried on, in turn: the chosen one, then the system's own. */
function devicesOf({ alertDevice }: AlertSettings): readonly string[] {
  return alertDevice === '' ? [''] : [alertDevice, ''];
}

/** The last device that is late is not given up: where a computer is so busy, a late sound is better than none. */
function soundWanted(settings: AlertSettings, progress: AlertProgress): { readonly device: string } | null {
  if (!hasSound(settings)) return null;
  const last = progress.attempts.sound?.at(-1)?.kind;
  const device = devicesOf(settings)[failures(progress, 'sound')] ?? (last === 'late' ? '' : undefined);
  return device === undefined ? null : { device };
}

function failures(progress: AlertProgress, name: SurfaceName): number {
  return (progress.attempts[name] ?? []).filter(({ kind }) => kind !== 'shown').length;
}

function onlyTested(surface: SurfaceName, settings: AlertSettings): Wanted {
  if (surface === 'sound') return { ...nothingWanted, sound: hasSound(settings) ? { device: settings.alertDevice } : null };
  return { ...nothingWanted, [surface]: true };
}
