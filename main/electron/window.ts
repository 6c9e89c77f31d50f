import { BrowserWindow, nativeTheme } from 'electron';
import { pageUrl } from './identity.ts';
import type { KeptPlace } from './keptPlace.ts';

// `--page` of renderer/ui/tokens.css in either theme: the window must not flash white before the page paints.
const ground = { light: '#f3f5f7', dark: '#0f1216' } as const;

/** The ground of the page in the theme of now. */
export const groundNow = (): string => (nativeTheme.shouldUseDarkColors ? ground.dark : ground.light);

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly devTools: boolean;
  /** Where it stood last. */
  readonly place: KeptPlace;
  /** Whether it waits in the tray until it is asked for. */
  readonly startHidden: () => boolean;
  /** The inspector closed the window; it is hidden already. */
  readonly onHiddenToTray: () => void;
}

/** Earshot's one window. Closing hides it: it lives as long as the application. */
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
  /** Takes the window off the screen. */
  hide(): void;
}

/** Makes the window, hidden until its page is ready to be shown. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { place } = options;
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
  nativeTheme.on('updated', () => {
    window.setBackgroundColor(groundNow());
  });

  // Kept here: what the system says of a window that was minimised and then hidden differs.
  let inTray = true;
  function show(): void {
    inTray = false;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }
  function raise(): boolean {
    inTray = false;
    window.showInactive();
    window.moveTop();
    return window.isVisible() && !window.isMinimized();
  }
  function hide(): void {
    inTray = true;
    window.hide();
  }

  window.once('ready-to-show', () => {
    if (place.start.maximized) window.maximize();
    if (!options.startHidden()) show();
  });
  window.on('close', (event) => {
    event.preventDefault();
    hide();
    options.onHiddenToTray();
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
    inTray: () => inTray,
    raise,
    hide,
  };
}
