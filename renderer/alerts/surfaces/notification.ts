import type { Shown, ToastPlan } from '../../../contract/alerts.ts';

/** The browser's own notification of a ring. */
export interface RingNotification {
  /** Resolves when it is shown, or with the reason why it is not. */
  show(plan: ToastPlan): Promise<Shown>;
  clear(): void;
}

/** All tabs of one host share this: the browser shows one notification however many tabs are open. */
const tag = 'earshot-ring';

/** Where the browser has none, or does not let this page show any, it says so. */
export function createRingNotification(): RingNotification {
  let present: Notification | null = null;

  function clear(): void {
    present?.close();
    present = null;
  }

  function show({ title, body, silent, lasting }: ToastPlan): Promise<Shown> {
    clear();
    if (!('Notification' in window)) return Promise.resolve({ kind: 'notSupported' });
    if (Notification.permission !== 'granted') {
      return Promise.resolve({ kind: 'notShown', why: 'notAllowed' });
    }
    const mine = new Notification(title, { body, tag, silent, requireInteraction: lasting });
    present = mine;
    mine.onclick = () => {
      window.focus();
      mine.close();
    };
    return new Promise((resolve) => {
      mine.onshow = () => resolve({ kind: 'shown' });
      mine.onerror = () => resolve({ kind: 'notShown', why: 'failed', detail: 'Notification' });
      mine.onclose = () => resolve({ kind: 'notShown', why: 'ended' });
    });
  }

  return { show, clear };
}
