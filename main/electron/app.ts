import { join } from 'node:path';
import { app, ipcMain, safeStorage, screen, session, type WebContents } from 'electron';
import type { SignInForm } from '../../contract/state.ts';
import { codeOf } from '../results/codeOf.ts';
import { readAdministeredHere } from '../settings/administeredHere.ts';
import type { AlertAction } from '../alerts/surfaces.ts';
import { checkSettings, checkSettingsSwitch } from '../app/checkSettings.ts';
import { alertWords } from '../alerts/words/words.ts';
import { dataFolderOf, type Environment } from '../platform/environment.ts';
import type { Host } from '../app/host.ts';
import type { Log } from '../ports/log.ts';
import type { Inspector } from '../app/inspector.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretBox } from '../ports/storage.ts';
import { lockFolder } from '../platform/folderLock.ts';
import { logFaults } from '../log/faults.ts';
import type { PersistentLog } from '../log/log.ts';
import { openLog } from '../log/openLog.ts';
import type { Administered } from '../settings/administered.ts';
import { setApplicationMenu } from './applicationMenu.ts';
import { beforeReady } from './beforeReady.ts';
import { offerContextMenu } from './contextMenu.ts';
import { serveBridge } from './bridgeServer.ts';
import { displaysOf } from './displays.ts';
import type { AppFiles } from './files.ts';
import { createElectronHost, logFile } from './host.ts';
import { createStateFile } from './stateFile.ts';
import { createWindowBounds } from './windowBounds.ts';
import { lookAtKeyring } from './keyringLock.ts';
import { startedAtLogin } from './loginItem.ts';
import { onLeaving } from './leaving.ts';
import { createQuitRequests } from './quitRequests.ts';
import { gatherLinks, type Links } from './links.ts';
import { lockPages, lockSession, lookNothingUp, refuseDebugging } from './lockdown.ts';
import { logProcesses } from './processes.ts';
import { servePage } from './pageProtocol.ts';
import { saveFileFrom } from './saveFile.ts';
import { openSecretBox } from './secretBox.ts';
import { createShutdown } from './shutdown.ts';
import { createSystemClock } from '../platform/systemClock.ts';
import { createAlertSurfaces } from './surfaces/alertSurfaces.ts';
import { testAlert, testAlertWanted } from './testAlert.ts';
import { createMainWindow } from './window.ts';
import { createZoom } from './zoom.ts';

export interface AppOptions {
  readonly createInspector: (host: Host, options: { form: SignInForm | null }) => Inspector;
  readonly createLog: (file: string) => PersistentLog;
  readonly files: AppFiles;
}

/** Starts Earshot under Electron. */
export function startApp(deps: AppOptions): void {
  const readAdministered = () => readAdministeredHere(deps.files.registryModule);
  if (app.commandLine.hasSwitch(checkSettingsSwitch)) {
    const folder = dataFolderOf(process.env) ?? app.getPath('userData');
    void checkSettings(join(folder, 'earshot.json'), console.log, readAdministered).then((status) => {
      app.exit(status);
    });
    return;
  }
  const environment = beforeReady(process.env);
  if (environment === null) return;
  const links = gatherLinks(app, process.argv);
  const log = openLog(deps.createLog, logFile(), app.getPath('temp'));
  logFaults(log);
  for (const name of environment.refused) log.warn('environment refused', { name });
  if (app.isPackaged) for (const name of refuseDebugging(app)) log.warn('switch refused', { name });
  lookNothingUp(app);
  logProcesses(app, log);
  lockPages(app, log);
  // Before Electron is ready: later it would have made a menu of its own first.
  setApplicationMenu(process.platform);
  // Beside Electron's own start, which takes longer: the form waits for neither twice.
  // Not awaited at the top level of an ES module: Electron is not ready before its entry has run.
  void Promise.all([readAdministered(), app.whenReady(), isFree(app.getPath('userData'), log), lookAtKeyring(process.platform, log)]).then(
    async ([administered, , free, keyring]) => {
      if (!free) {
        log.warn('data folder taken');
        console.error('Earshot is running already in a browser, with the same data folder. Use it, or end it first.');
        app.exit(2);
        return;
      }
      const clock = createSystemClock();
      const keys = createStateFile(app.getPath('userData'), 'keys', ipcMain, log);
      const secretBox = await openSecretBox({ safeStorage, platform: process.platform, keyring, keys, clock, log });
      compose(deps, { environment, administered, readAdministered, links, secretBox, clock, log });
    },
  );
}

/** Holds the data folder for this Earshot; false when one in a browser has it. Where nothing can be held, that keeps nobody from working. */
async function isFree(folder: string, log: Log): Promise<boolean> {
  try {
    return (await lockFolder(folder)) !== null;
  } catch (error) {
    log.warn('data folder not held', { why: codeOf(error) ?? 'unknown' });
    return true;
  }
}

/** What was found before Electron was ready. */
interface Found {
  readonly environment: Environment;
  readonly administered: Administered;
  readonly readAdministered: Host['readAdministered'];
  readonly links: Links;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  readonly log: PersistentLog;
}

function compose(
  { createInspector, files }: AppOptions,
  { environment, administered, readAdministered, links, secretBox, clock, log }: Found,
): void {
  // One plays the ring, in the other the inspector chooses where.
  const knowsOutputs = (contents: WebContents): boolean =>
    contents === alerts.page.present()?.webContents || contents === main.window.webContents;
  lockSession(session.defaultSession, knowsOutputs, log);
  servePage(session.defaultSession, files.page);

  const place = createWindowBounds(createStateFile(app.getPath('userData'), 'window', ipcMain, log), displaysOf(screen), clock);
  const zoom = createZoom(place.start.zoom, process.platform, place.keepZoom);
  const main = createMainWindow({
    preload: files.preload,
    icon: files.icon,
    devTools: !app.isPackaged,
    place,
    zoom,
    startHidden: () => startedAtLogin(app, process.platform) && inspector.state().settings.values.startHidden,
    onPutAway: sayThatItGoesOn,
  });
  const { window } = main;
  offerContextMenu(window, () => alertWords[inspector.state().language].edit);
  // At once: the renderer's process takes its time to start. It is served in the same turn.
  const loaded = main.load();
  const alerts = createAlertSurfaces({ main, files, zoom, onAction: carryOut, clock, log });
  const host = createElectronHost({
    surfaces: alerts.surfaces,
    administered,
    readAdministered,
    saveFile: saveFileFrom(window),
    secretBox,
    clock,
    log,
  });
  const inspector = createInspector(host, { form: environment.form });

  let status = 0;
  const leave = createShutdown({
    close: () => inspector.close(),
    leaveScreen: main.leave,
    exit: () => {
      alerts.destroy();
      app.exit(status);
    },
    clock,
    log,
  });

  function carryOut(action: AlertAction): void {
    switch (action) {
      case 'show':
        main.show();
        return;
      case 'quit':
        leave('tray');
        return;
      case 'hearIt':
      case 'hearNothing':
        void inspector.command('tellHearing', { hears: action === 'hearIt' });
        return;
      case 'stopListening':
      case 'answerPhone':
      case 'listenFollowed':
      case 'skipFollowed':
      case 'unfollow':
      case 'signOut':
        void inspector.command(action, {});
        return;
    }
  }

  async function testAndLeave(): Promise<void> {
    status = await testAlert(inspector, console.log, log);
    leave('test-alert');
  }

  function sayThatItGoesOn(where: 'tray' | 'taskbar'): void {
    if (!inspector.firstTimeInTray()) return;
    const words = alertWords[inspector.state().language];
    void (where === 'tray' ? alerts.say(words.stillRunning.tray) : alerts.say(words.stillRunning.taskbar));
  }

  function sayThatItStays(): void {
    void alerts.say(alertWords[inspector.state().language].staysForListen);
  }

  serveBridge({ ipcMain, contents: window.webContents, onView: main.onView, inspector, log });
  const { isAskedBy, quitUnlessListening } = createQuitRequests({ state: inspector.state, leave, sayThatItStays, clock });
  onLeaving(window, leave, quitUnlessListening);
  app.on('second-instance', (_event, words) => {
    if (isAskedBy(words)) quitUnlessListening('quit-switch');
    else main.show();
  });
  app.on('activate', main.show);
  inspector.systemSpeaks(app.getPreferredSystemLanguages());
  inspector.start();
  loaded
    .catch(() => {
      log.error('page not loaded');
    })
    .finally(() => {
      alerts.prepare();
      links.to((link) => {
        inspector.openLink(link);
        main.show();
      });
      if (testAlertWanted(app)) void testAndLeave();
    });
}
