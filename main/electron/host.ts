import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { app, ipcMain, powerMonitor } from 'electron';
import type { AlertSurfaces } from '../alerts/surfaces.ts';
import { aboutThis } from '../platform/about.ts';
import { systemAuthorities } from '../gateway/systemAuthorities.ts';
import type { Host } from '../app/host.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretBox } from '../ports/storage.ts';
import type { PersistentLog } from '../log/log.ts';
import { watchNetwork } from '../platform/networkWatch.ts';
import type { Administered } from '../settings/administered.ts';
import { upFor } from '../platform/systemClock.ts';
import { createLoginItem } from './loginItem.ts';
import { createStateFile } from './stateFile.ts';
import { onResume } from './powerEvents.ts';

export interface ElectronHostInput {
  readonly surfaces: AlertSurfaces;
  readonly administered: Administered;
  readonly readAdministered: Host['readAdministered'];
  readonly saveFile: Host['saveFile'];
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  readonly log: PersistentLog;
}

/** What the Inspector is given under Electron. */
export function createElectronHost({ surfaces, administered, readAdministered, saveFile, secretBox, clock, log }: ElectronHostInput): Host {
  return {
    version: app.getVersion(),
    clock,
    monotonic: () => performance.now(),
    upFor,
    random: Math.random,
    secretBox,
    persisted: createStateFile(app.getPath('userData'), 'earshot', ipcMain, log),
    readFile: (file) => readFileSync(file),
    systemAuthorities,
    administered,
    readAdministered,
    loginItem: createLoginItem({
      app,
      platform: process.platform,
      executable: process.env['APPIMAGE'] ?? app.getPath('exe'),
      autostartFolder: join(app.getPath('appData'), 'autostart'),
      log,
    }),
    surfaces,
    log,
    logbook: log.book,
    dataFolder: app.getPath('userData'),
    about: aboutThis('electron', process.versions),
    saveFile,
    onResume: (listener) => {
      onResume(powerMonitor, listener);
    },
    onNetworkChange: (soon, listener) => watchNetwork(networkInterfaces, clock, soon, listener),
    // Chromium knows the system's settings, proxy scripts included. Not the pages' session, whose way leads nowhere.
    systemProxy: (url) => app.resolveProxy(url),
  };
}

/** Where Earshot's log is kept. */
export const logFile = (): string => join(app.getPath('userData'), 'logs', 'earshot.log');
