import { app, ipcMain, session } from 'electron';
import type { SignInForm } from '../../contract/state.ts';
import type { TrayMenuAction } from '../alerts/surfaces.ts';
import type { Environment } from '../environment.ts';
import type { Host, Log } from '../host.ts';
import type { Inspector } from '../inspector.ts';
import { logFaults } from '../log/faults.ts';
import { systemClock } from '../systemClock.ts';
import { setApplicationMenu } from './applicationMenu.ts';
import { begin } from './begin.ts';
import { serveBridge } from './bridgeServer.ts';
import { createElectronHost, logFile } from './host.ts';
import { onLeaving } from './leaving.ts';
import { lockPages, lockSession } from './lockdown.ts';
import { servePage } from './pageProtocol.ts';
import { createShutdown } from './shutdown.ts';
import { createAttention } from './surfaces/attention.ts';
import { createToast } from './surfaces/toast.ts';
import { createTray } from './surfaces/tray.ts';
import { createMainWindow } from './window.ts';

/** A log that can be written out before the process is gone. */
type ExitLog = Log & { flush(): void };

export interface AppParts {
  readonly createInspector: (host: Host, options: { form: SignInForm | null }) => Inspector;
  readonly createLog: (file: string) => ExitLog;
  /** The built page, the built preload script, the tray's pictures, the window's icon. */
  readonly files: { readonly page: string; readonly preload: string; readonly tray: string; readonly icon: string };
}

/** Starts Earshot under Electron. */
export function startApp(parts: AppParts): void {
  const environment = begin(process.env);
  if (environment === null) return;
  const log = parts.createLog(logFile());
  logFaults(log);
  for (const name of environment.refused) log.warn('environment refused', { name });
  lockPages(app, log);
  // Not awaited at the top level of an ES module: Electron is not ready before its entry has run.
  void app.whenReady().then(() => {
    compose(parts, environment, log);
  });
}

function compose({ createInspector, files }: AppParts, environment: Environment, log: ExitLog): void {
  setApplicationMenu(process.platform);
  lockSession(session.defaultSession, log);
  servePage(session.defaultSession, files.page);

  const main = createMainWindow({
    preload: files.preload,
    icon: files.icon,
    devTools: !app.isPackaged,
    log,
    onHiddenToTray: sayThatItGoesOn,
  });
  const { window } = main;
  const toast = createToast({ platform: process.platform, clock: systemClock, onClick: main.show });
  const tray = createTray({ folder: files.tray, platform: process.platform, onAction: carryOut });
  const attention = createAttention({ app, window, inTray: main.inTray, platform: process.platform, clock: systemClock });
  const surfaces = { tray: tray.show, toast: toast.ring, attention };
  const inspector = createInspector(createElectronHost(surfaces, log), { form: environment.form });

  const leave = createShutdown({
    close: () => inspector.close(),
    leaveScreen: main.hide,
    exit: () => {
      toast.clear();
      tray.destroy();
      log.flush();
      app.exit(0);
    },
    clock: systemClock,
    log,
  });

  function carryOut(action: TrayMenuAction): void {
    switch (action) {
      case 'show':
        main.show();
        return;
      case 'stopListening':
        void inspector.command('stopListening', {});
        return;
      case 'signOut':
        void inspector.command('signOut', {});
        return;
      case 'quit':
        leave('tray');
        return;
    }
  }

  function sayThatItGoesOn(): void {
    if (!inspector.firstTimeInTray()) return;
    void toast.say({
      title: 'Earshot is still running',
      body: 'It stays in the tray so that you do not miss your phone.',
    });
  }

  serveBridge({ ipcMain, contents: window.webContents, onView: main.onView, inspector, log });
  onLeaving(window, leave);
  app.on('second-instance', main.show);
  app.on('activate', main.show);
  inspector.start();
  main.load().catch(() => {
    log.error('page not loaded');
  });
}
