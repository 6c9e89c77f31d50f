import { BrowserWindow, nativeTheme } from 'electron';
import { pageUrl } from './identity.ts';
import type { WindowBounds } from './windowBounds.ts';
import type { Zoom } from './zoom.ts';

// `--page` of renderer/ui/tokens.css in either theme: the window must not flash white before the page paints.
const ground = { light: '#f3f5f7', dark: '#0f1216' } as const;

/** The ground of the page in the theme of now. */
export const groundNow = (): string => (nativeTheme.shouldUseDarkColors ? ground.dark : ground.light);

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly devTools: boolean;
  /** Where it stood last. */
  readonly place: WindowBounds;
  readonly zoom: Zoom;
  /** Whether it waits in the tray until it is asked for. */
  readonly startHidden: () => boolean;
  /** The inspector closed the window; it has gone there already. */
  readonly onPutAway: (where: 'tray' | 'taskbar') => void;
}

/** Earshot's one window. Closing puts it into the tray, or where there is none into the taskbar: it lives as long as the application. */
export interface MainWindow {
  readonly window: BrowserWindow;
  load(): Promise<void>;
  show(): void;
  /** Calls back when the window comes on the screen, or leaves it by being hidden or minimised. */
  onView(listener: (inView: boolean) => void): void;
  /** Whether the window is in the tray: not on the screen, nor in the taskbar. */
  inTray(): boolean;
  /** Brings the window up without taking the focus from where it is; false when the system did not. */
  raise(): boolean;
  /** Whether there is a tray to put the window into; without one it stays within reach, in the taskbar. Taken to be so until it is told. */
  trayIs(there: boolean): void;
  /** Takes the window off the screen for good. */
  leave(): void;
}

/** Makes the window, hidden until its page is ready to be shown, or at the latest until it has loaded. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { place, zoom } = options;
  const window = new BrowserWindow({
    ...place.start.bounds,
    minWidth: place.smallest.width,
    minHeight: place.smallest.height,
    show: false,
    title: 'Earshot',
    icon: options.icon,
    backgroundColor: groundNow(),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: options.devTools,
      // The spell checker fetches its dictionaries from the internet.
      spellcheck: false,
    },
  });
  place.follow(window);
  zoom.follow(window.webContents);
  nativeTheme.on('updated', () => {
    window.setBackgroundColor(groundNow());
  });

  // Kept here: what the system says of a window that was minimised and then hidden differs.
  let stands: 'unopened' | 'outOfTray' | 'tray' | 'left' = 'unopened';
  let hasTray = true;
  // At its first appearance: to maximise a window that waits in the tray would show it.
  let maximizes = place.start.maximized;
  function appear(): void {
    stands = 'outOfTray';
    place.bringBack(window);
    if (maximizes) window.maximize();
    maximizes = false;
  }
  function show(): void {
    appear();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }
  function raise(): boolean {
    appear();
    window.showInactive();
    window.moveTop();
    return window.isVisible() && !window.isMinimized();
  }
  function putAway(): 'tray' | 'taskbar' {
    stands = hasTray ? 'tray' : 'outOfTray';
    if (hasTray) window.hide();
    else window.minimize();
    return hasTray ? 'tray' : 'taskbar';
  }
  function open(): void {
    if (stands !== 'unopened') return;
    if (options.startHidden()) putAway();
    else show();
  }

  window.once('ready-to-show', open);
  // Wayland's compositors may ask for no picture of a window that was not shown: then it never becomes ready. Nor does a page that fails.
  window.webContents.once('did-stop-loading', open);
  window.on('close', (event) => {
    event.preventDefault();
    options.onPutAway(putAway());
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.webContents.on('render-process-gone', () => {
    // A page that crashes while it loads would otherwise crash in a tight circle.
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, 1000);
  });

  return {
    window,
    load: () => window.loadURL(pageUrl),
    show,
    onView: (listener) => {
      const seen = (inView: boolean) => (): void => {
        listener(inView);
      };
      window.on('show', seen(true));
      window.on('restore', seen(true));
      window.on('hide', seen(false));
      window.on('minimize', seen(false));
    },
    inTray: () => stands !== 'outOfTray',
    raise,
    trayIs: (there) => {
      hasTray = there;
      if (!there && stands === 'tray') putAway();
    },
    leave: () => {
      stands = 'left';
      window.hide();
    },
  };
}
