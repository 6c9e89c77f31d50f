import type { PageAlert, Shown, SurfaceName } from '../../../contract/alerts.ts';
import type { CommandInput } from '../../../contract/commands.ts';
import { createListeners } from '../../../contract/listeners.ts';
import type { RingNotification } from './notification.ts';
import type { RingPlayer } from './ringSound.ts';

/** What the browser still has to be asked for, so that the next ring is not missed. */
export interface Hindrances {
  /** Notifications may be shown once the browser has asked the inspector. */
  readonly notifications: boolean;
  /** The ring was not heard: the browser plays nothing before the page was clicked. */
  readonly sound: boolean;
}

/** The surfaces that the page carries out by itself, beside its banner: notification, sound, and the badge on its tab. */
export interface PageSurfaces {
  /** Shows what is new in the alert and takes away what is not in it any more. */
  show(alert: PageAlert | null): void;
  hindrances(): Hindrances;
  subscribe(changed: () => void): () => void;
  /** Lets the browser ask for notifications; only ever after a click. */
  askForNotifications(): void;
}

export interface PageSurfacesOptions {
  readonly notification: RingNotification;
  readonly player: RingPlayer;
  readonly report: (report: CommandInput<'alertShown'>) => void;
  /** Null where the browser has no notifications. */
  readonly permission: { state(): NotificationPermission; ask(): Promise<unknown> } | null;
  /** Calls back, once, when the page is next clicked or typed into. */
  readonly onTouched: (touched: () => void) => void;
}

type Part = 'toast' | 'sound' | 'badge';

export function createPageSurfaces({ notification, player, report, permission, onTouched }: PageSurfacesOptions): PageSurfaces {
  const shownNow: Record<Part, string> = { toast: 'null', sound: 'null', badge: 'null' };
  const changes = createListeners<null>();
  let hindrances: Hindrances = { notifications: permission?.state() === 'default', sound: false };

  function hindered(change: Partial<Hindrances>): void {
    hindrances = { ...hindrances, ...change };
    changes.notify(null);
  }

  /** Whether a part of the alert is another one than before. */
  function changed(part: Part, plan: unknown): boolean {
    const text = JSON.stringify(plan);
    if (shownNow[part] === text) return false;
    shownNow[part] = text;
    return true;
  }

  function tell(id: string, surface: SurfaceName, asked: Promise<Shown>): void {
    void asked.then((shown) => {
      report({ id, surface, shown });
    });
  }

  function sound(id: string, plan: NonNullable<PageAlert['sound']>): void {
    const played = player.play(plan);
    void played.then((shown) => {
      if (shown.kind === 'shown' || !blocked(shown)) {
        hindered({ sound: false });
        return;
      }
      hindered({ sound: true });
      onTouched(() => {
        hindered({ sound: false });
      });
    });
    tell(id, 'sound', played);
  }

  return {
    show: (alert) => {
      if (changed('toast', alert?.toast ?? null)) {
        if (alert !== null && alert.toast !== null) tell(alert.id, 'toast', notification.show(alert.toast));
        else notification.clear();
      }
      if (changed('sound', alert?.sound ?? null)) {
        if (alert !== null && alert.sound !== null) sound(alert.id, alert.sound);
        else player.silence();
      }
      // The tab's title and picture are drawn from the same state.
      if (changed('badge', alert?.badge ?? null) && alert !== null && alert.badge !== null) {
        tell(alert.id, 'badge', Promise.resolve({ kind: 'shown' }));
      }
    },
    hindrances: () => hindrances,
    subscribe: (listener) => changes.add(listener),
    askForNotifications: () => {
      void permission?.ask().then(() => {
        hindered({ notifications: permission.state() === 'default' });
      });
    },
  };
}

const blocked = (shown: Shown): boolean => shown.kind === 'notShown' && shown.why === 'soundBlocked';
