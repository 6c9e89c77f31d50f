import type { AlertAction, AlertButton, BadgePlan, Shown, SoundPlan, SurfaceName, ToastPlan } from '../../contract/alerts.ts';

export type { AlertAction, AlertButton, BadgePlan, Shown, SoundPlan, SurfaceName, ToastPlan };

/** Which picture the tray shows. */
export type TrayPicture = 'signedOut' | 'live' | 'offline' | 'calling' | 'ringing' | 'listening' | 'whispering' | 'inserted' | 'mayBeHeard';

export type TrayMenuAction = AlertAction;

/** A line of the tray's menu: words that only inform, a separator, or something to choose. */
export type TrayMenuLine =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'separator' }
  /** `about`: whom it is about, so that a menu that stands open acts on nobody else; empty where that is plain. */
  | { readonly kind: 'action'; readonly action: AlertAction; readonly about: string; readonly words: string };

export interface TrayPlan {
  readonly picture: TrayPicture;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuLine[];
}

/** The small always-on-top window; it is shown without taking the focus, on the display with the pointer. */
export interface WindowPlan {
  readonly ringId: string;
  /** Of its words, a BCP 47 tag. */
  readonly language: string;
  readonly title: string;
  readonly body: string;
  /** The agent's name as title or body has it, which may be shown shortened so that what follows it is seen; empty when they have none. */
  readonly name: string;
  /** Milliseconds since 1970; the window counts from here. */
  readonly since: number;
  /** `ringing` may move: it alone does, so that movement always means a ringing phone. `quiet` may not. */
  readonly mark: 'ringing' | 'quiet';
  /** At most three; the first is the one to press. */
  readonly buttons: readonly AlertButton[];
}

/** What every surface should show now; null or false is nothing. */
export interface AlertPlan {
  readonly tray: TrayPlan;
  readonly badge: BadgePlan | null;
  /** Taskbar flash or dock bounce. */
  readonly attention: boolean;
  /** The banner in the page. */
  readonly page: boolean;
  readonly toast: ToastPlan | null;
  readonly sound: SoundPlan | null;
  readonly window: WindowPlan | null;
  /** The main window brought up without taking the focus; false takes nothing away: the window is the inspector's. */
  readonly raise: boolean;
}

/**
 * Carries one part of the plan out. Called once for each change of that part; null or false takes away what is shown, and
 * must have done so within 300 ms. Settles as soon as it is known whether it really appeared, never rejects; its time is
 * taken when it settles. A call overtakes the one before: what was asked earlier must not appear any more.
 */
export type Surface<Plan> = (plan: Plan) => Promise<Shown>;

/** Surfaces that a page can carry out by itself: they are asked in the state (`pageAlert`) and report by the command `alertShown`. */
export type PageSurfaceName = 'page' | 'toast' | 'sound' | 'badge';

/** Whether the system holds notifications back (do not disturb, focus); `unknown` where it does not tell. */
export type Quiet = 'yes' | 'no' | 'unknown';

/** The host's surfaces. `inPage`: the page carries it out. One that does not exist answers `notSupported`. */
export type AlertSurfaces = {
  readonly [Name in SurfaceName]: Surface<AlertPlan[Name]> | (Name extends PageSurfaceName ? 'inPage' : never);
} & {
  /** Asked once at the start of each alert; settles within a second, never rejects. */
  quiet(): Promise<Quiet>;
  /** Calls back when a ring's toast that was shown has gone by itself, or could be shown again; a host without it is told of none. */
  readonly onToastLost?: (listener: () => void) => void;
};
