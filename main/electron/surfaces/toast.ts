import { Notification, type NotificationConstructorOptions } from 'electron';
import { placesAfter, pressCounts } from '../../../contract/settling.ts';
import { failed } from '../../alerts/errorAsNotShown.ts';
import type { AlertAction, Shown, ToastPlan } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';
import { createDaemonWatch, type DaemonNow } from './daemonWatch.ts';
import { closeReason, pressedButton } from './toastEvents.ts';
import { plainToast, ringToast, type ToastWords } from './toastOptions.ts';
import { whetherShown, type Showing } from './toastShown.ts';

export interface ToastSurface {
  /** The toast of the current ring; null takes it away. */
  ring(plan: ToastPlan | null): Promise<Shown>;
  /** Says something that has nothing to do with a ring; a ring takes its place. */
  say(words: ToastWords): Promise<Shown>;
  /** Takes away whatever is shown. */
  clear(): void;
  /** Calls back when a ring's toast has gone with what showed it, or there is something again that could show it. */
  onLost(listener: () => void): void;
}

export interface ToastOptions {
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly daemon: DaemonNow;
  /** Whether Electron tells which button of a Windows toast was pressed (toastEvents.ts). */
  readonly tellsButtons: boolean;
  /** A click on the toast is `show`. */
  readonly onAction: (action: AlertAction) => void;
}

interface Occupant extends Showing {
  readonly notification: Notification;
  readonly ringId: string | null;
}

/** One toast at a time: systems show several at once unreliably, and only one ring matters. */
export function createToast({ platform, clock, monotonic, daemon, tellsButtons, onAction }: ToastOptions): ToastSurface {
  // Held here: a notification that is garbage collected loses its events.
  let current: Occupant | null = null;

  let tellLost = (): void => undefined;
  const watch = createDaemonWatch(clock, daemon, (change) => {
    // The toast itself makes the bus start a daemon that was not running.
    if (change === 'came' && current?.isShown() === true) return;
    clear();
    tellLost();
  });

  const ringing = (): boolean => current !== null && current.ringId !== null;

  function clear(): void {
    current?.giveUp();
    current?.notification.close();
    current = null;
  }

  function fill(options: NotificationConstructorOptions, plan: ToastPlan | null): Promise<Shown> {
    clear();
    if (!Notification.isSupported()) return Promise.resolve({ kind: 'notSupported' });
    try {
      const notification = new Notification(options);
      const chosen = (action: AlertAction): void => {
        // Electron forgets a clicked toast, but not every system takes it off the screen: it would outlive its ring.
        notification.close();
        onAction(action);
      };
      notification.on('click', () => {
        chosen('show');
      });
      const buttons = plan?.buttons ?? [];
      const places = placesAfter(
        [],
        buttons.map(({ action }) => action),
        monotonic(),
      );
      notification.on('action', (...told: unknown[]) => {
        const index = pressedButton(told[0], told[1]) ?? -1;
        const action = buttons[index]?.action ?? 'show';
        // A press that was meant for the toast before, or whose ring is over, does no more than a press beside the button.
        const meant = current?.notification === notification && pressCounts(places[index], action, monotonic());
        chosen(meant ? action : 'show');
      });
      notification.on('close', (details) => {
        // The phone goes on ringing: so does what tells of it.
        if (closeReason(details) === 'timedOut' && plan?.lasting === true && current?.notification === notification) void ring(plan);
      });
      current = { notification, ringId: plan?.ringId ?? null, ...whetherShown(notification, clock) };
      notification.show();
      return current.shown;
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  }

  let toasts = 0;

  function ring(plan: ToastPlan): Promise<Shown> {
    toasts += 1;
    return fill(ringToast(platform, plan, tellsButtons ? `earshot-${String(toasts)}` : null), plan);
  }

  return {
    clear: () => {
      watch.end();
      clear();
    },
    onLost: (listener) => {
      tellLost = listener;
    },
    ring: (plan) => {
      if (plan === null) {
        watch.end();
        if (ringing()) clear();
        return Promise.resolve({ kind: 'shown' });
      }
      if (current?.ringId === plan.ringId) return current.shown;
      if (platform === 'linux' && plan.lasting) watch.begin();
      return ring(plan);
    },
    say: (words) => {
      if (ringing()) return Promise.resolve({ kind: 'notShown', why: 'ringShown' });
      return fill(plainToast(platform, words), null);
    },
  };
}
