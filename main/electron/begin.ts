import { app } from 'electron';
import { takeEnvironment, type Environment } from '../environment.ts';
import { makeOwnFolder } from '../ownFolder.ts';
import { appId } from './identity.ts';
import { registerPageScheme } from './pageProtocol.ts';

/**
 * Everything that has to happen before Electron is ready, in its order.
 * Null when another Earshot has this data folder: that one was told to show itself, this one ends.
 */
export function begin(env: Record<string, string | undefined>): Environment | null {
  app.setAppUserModelId(appId);
  const environment = takeEnvironment(env);
  if (environment.dataFolder !== null) {
    makeOwnFolder(environment.dataFolder);
    app.setPath('userData', environment.dataFolder);
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return null;
  }
  // As root Chromium starts without its sandbox or not at all (containers, CI): whoever says so there gets that.
  const rootWithout = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
  if (!rootWithout) app.enableSandbox();
  registerPageScheme();
  return environment;
}
