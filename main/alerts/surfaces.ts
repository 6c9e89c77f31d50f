/** Which picture the tray shows. */
export type TrayPicture = 'signedOut' | 'live' | 'offline' | 'calling' | 'ringing' | 'listening';

export type TrayMenuAction = 'show' | 'stopListening' | 'signOut' | 'quit';

/** A line of the tray's menu: words that only inform, a separator, or something to choose. */
export type TrayMenuLine =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly action: TrayMenuAction; readonly words: string };

export interface TrayPlan {
  readonly picture: TrayPicture;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuLine[];
}

/** A toast; `ringId` tells one ring from the next, so that the same ring never toasts twice. */
export interface ToastPlan {
  readonly ringId: string;
  readonly title: string;
  readonly body: string;
}

/** What every surface should show now; null or false is nothing. */
export interface AlertPlan {
  readonly tray: TrayPlan;
  readonly toast: ToastPlan | null;
  /** Taskbar flash or dock bounce. */
  readonly attention: boolean;
}

/** Whether a surface really showed what it was asked to. */
export type Shown = { readonly kind: 'shown' } | { readonly kind: 'notShown'; readonly why: string } | { readonly kind: 'notSupported' };

/**
 * The host's surfaces. Each carries out what it is given and reports what came of it; none throws.
 * They are called only when their part of the plan changed.
 */
export interface AlertSurfaces {
  tray(plan: TrayPlan): Promise<Shown>;
  /** null takes the toast away. */
  toast(plan: ToastPlan | null): Promise<Shown>;
  attention(wanted: boolean): Promise<Shown>;
}
