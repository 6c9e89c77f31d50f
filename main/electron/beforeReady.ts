import { existsSync } from 'node:fs';
import { app } from 'electron';
import { readEnvironment, type Environment } from '../platform/environment.ts';
import { isOpenToOthers, makeOwnFolder } from '../platform/ownFolder.ts';
import { createSystemClock } from '../platform/systemClock.ts';
import { shortened } from './commandLine.ts';
import { desktopSession, x11Switch } from './displayServer.ts';
import { appId } from './identity.ts';
import { quitOther, quitWanted } from './quitRequests.ts';
import { registerPageScheme } from './pageProtocol.ts';
import { runningAlready, testAlertWanted } from './testAlert.ts';
import { setToastActivator } from './toastActivator.ts';

/**
 * Everything that has to happen before Electron is ready, in its order.
 * Null when this Earshot ends at once: another one has this data folder and was told to show itself, or the folder is of no use.
 */
export function beforeReady(env: Record<string, string | undefined>): Environment | null {
  app.setAppUserModelId(appId);
  setToastActivator(app, process.platform);
  const environment = readEnvironment(env);
  if (environment.dataFolder !== null) {
    if (!canKeepIn(environment.dataFolder)) {
      console.error('Earshot cannot keep its settings and its log in the folder that EARSHOT_DATA_DIR names.');
      app.exit(2);
      return null;
    }
    app.setPath('userData', environment.dataFolder);
  }
  const folder = app.getPath('userData');
  if (existsSync(folder) && isOpenToOthers(folder)) {
    console.error(
      `Other users of this computer can write in ${folder}. Make it yours alone (chmod 700), or name another in EARSHOT_DATA_DIR.`,
    );
    app.exit(2);
    return null;
  }
  const given = process.argv.slice(1);
  const words = shortened(given);
  // Not of a source's own Electron, which npm waits for (scripts/start.ts).
  const onX11 = app.isPackaged ? x11Switch(desktopSession(app, env)) : [];
  if (words !== null || onX11.length > 0) {
    // Anew, as neither the words that Chromium hands over nor the display server can be changed in this process any more.
    const appImage = process.env['APPIMAGE'];
    app.relaunch({ args: [...(words ?? given), ...onX11], ...(appImage === undefined ? {} : { execPath: appImage }) });
    app.exit(0);
    return null;
  }
  if (quitWanted(app)) {
    void quitOther(() => app.requestSingleInstanceLock(), createSystemClock()).then((status) => {
      app.exit(status);
    });
    return null;
  }
  if (!app.requestSingleInstanceLock()) {
    const untested = testAlertWanted(app);
    if (untested) console.error(runningAlready);
    app.exit(untested ? 2 : 0);
    return null;
  }
  // As root Chromium starts without its sandbox or not at all (containers, CI): whoever says so there gets that.
  const rootWithout = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
  if (!rootWithout) app.enableSandbox();
  registerPageScheme();
  return environment;
}

function canKeepIn(folder: string): boolean {
  try {
    makeOwnFolder(folder);
    return true;
  } catch {
    return false;
  }
}
