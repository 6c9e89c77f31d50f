import { BrowserWindow, type IpcMain, type IpcMainInvokeEvent } from 'electron';
import { alertChannels } from '../../../contract/alertChannels.ts';
import { alertPressSchema, alertReportSchema, type AlertOrder } from '../../../contract/alertPage.ts';
import { createListeners } from '../../../contract/listeners.ts';
import type { AlertAction, Shown } from '../../alerts/surfaces.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { alertPageUrl } from '../identity.ts';
import { senderProblem } from '../sender.ts';
import type { Zoom } from '../zoom.ts';

/** The small page that draws the alert window and plays the sounds; hidden, but for an alert. */
export interface AlertPage {
  /** Loads the page, which the first order does otherwise: then the first ring waits for it. */
  prepare(): void;
  /** The page's window, once the page hears orders; null when it cannot be had. */
  window(): Promise<BrowserWindow | null>;
  /** The page's window if there is one already. */
  present(): BrowserWindow | null;
  /** Settles with what the page says, or with why it says nothing. */
  order(order: AlertOrder): Promise<Shown>;
  onPress(listener: (action: AlertAction | 'escape') => void): void;
  /** Calls back when the page is there again after it was lost: what it showed and played is gone. */
  onAnew(listener: () => void): void;
  destroy(): void;
}

export interface AlertPageOptions {
  readonly ipcMain: IpcMain;
  readonly preload: string;
  readonly icon: string;
  readonly devTools: boolean;
  readonly zoom: Zoom;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds: how long the page may take to load; and the wait before a lost one is loaded again. */
const loading = 10_000;
const beforeAnew = 1_000;

interface Opened {
  readonly window: BrowserWindow;
  /** False: the page did not come. */
  readonly ready: Promise<boolean>;
  readonly becomeReady: (ready: boolean) => void;
}

/** Makes the page's keeper; the page itself is loaded when it is first needed. */
export function createAlertPage({ ipcMain, zoom, clock, log, ...look }: AlertPageOptions): AlertPage {
  let opened: Opened | null = null;
  let orders = 0;
  let cancelAnew = (): void => undefined;
  const waiting = new Map<number, (shown: Shown) => void>();
  const presses = createListeners<AlertAction | 'escape'>();
  const renewals = createListeners<null>();

  function open(): Opened {
    let becomeReady: (ready: boolean) => void = () => undefined;
    const ready = new Promise<boolean>((resolve) => {
      becomeReady = resolve;
    });
    const made: Opened = { window: hiddenWindow(look), ready, becomeReady };
    zoom.follow(made.window.webContents);
    const cancel = clock.after(loading, () => becomeReady(false));
    void ready.then(cancel);
    made.window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('alert page gone', { reason });
      close();
      cancelAnew = clock.after(beforeAnew, () => {
        renewals.notify(null);
      });
    });
    made.window.loadURL(alertPageUrl).catch(() => {
      log.error('alert page not loaded');
      becomeReady(false);
    });
    return made;
  }

  function close(): void {
    const gone = opened;
    opened = null;
    gone?.becomeReady(false);
    for (const settle of waiting.values()) settle({ kind: 'notShown', why: 'alertPageGone' });
    waiting.clear();
    if (gone !== null && !gone.window.isDestroyed()) gone.window.destroy();
  }

  async function window(): Promise<BrowserWindow | null> {
    opened ??= open();
    const mine = opened;
    if (await mine.ready) return mine.window;
    // The next alert tries again.
    if (opened === mine) close();
    return null;
  }

  async function order(wanted: AlertOrder): Promise<Shown> {
    const target = await window();
    if (target === null) return { kind: 'notShown', why: 'alertPageMissing' };
    orders += 1;
    const id = orders;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      target.webContents.send(alertChannels.order, { id, now: clock.now(), order: wanted });
    });
  }

  function hear(channel: string, act: (payload: unknown) => void): void {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, payload: unknown) => {
      const why = opened === null ? 'no-alert-page' : senderProblem(event, opened.window.webContents);
      if (why === null) act(payload);
      else log.warn('ipc refused', { channel, why });
    });
  }

  hear(alertChannels.ready, () => opened?.becomeReady(true));
  hear(alertChannels.report, (payload) => {
    const parsed = alertReportSchema.safeParse(payload);
    if (!parsed.success) return;
    const settle = waiting.get(parsed.data.id);
    waiting.delete(parsed.data.id);
    settle?.(parsed.data.shown);
  });
  hear(alertChannels.press, (payload) => {
    const parsed = alertPressSchema.safeParse(payload);
    if (parsed.success) presses.notify(parsed.data.action);
  });

  return {
    prepare: () => void window(),
    window,
    present: () => opened?.window ?? null,
    order,
    onPress: (listener) => {
      presses.add(listener);
    },
    onAnew: (listener) => {
      renewals.add(listener);
    },
    destroy: () => {
      cancelAnew();
      close();
    },
  };
}

/** Wide enough for a name and number on a line, two lines at the most; unzoomed. */
export const alertSize = { width: 420, height: 152 };

function hiddenWindow({ preload, icon, devTools, platform }: Pick<AlertPageOptions, 'preload' | 'icon' | 'devTools' | 'platform'>) {
  const window = new BrowserWindow({
    ...alertSize,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    title: 'Earshot alert',
    icon,
    // macOS: a panel comes over another program's full screen without taking its place.
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools,
      spellcheck: false,
      // It plays, and counts, while it is hidden; and nobody clicks it first.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  return window;
}
