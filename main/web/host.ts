import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import { pageOnly } from '../alerts/pageSurfaces.ts';
import type { Host, KeptFile, Log } from '../host.ts';
import { guardKeptFile } from '../settings/guardKeptFile.ts';
import { machineFilePath, readMachineFile } from '../settings/machineFile.ts';
import { systemClock } from '../systemClock.ts';

/** What the Inspector is given in the web host. */
export function createWebHost(version: string, dataFolder: string, log: Log): Host {
  return {
    version,
    clock: systemClock,
    random: Math.random,
    // A plain process has no keychain of its own: nothing secret is kept.
    secretBox: { available: () => false, seal: refuseToSeal, open: () => null },
    kept: keptFile(dataFolder, log),
    administered: readMachineFile(() => textOf(machineFilePath(process.platform, process.env))),
    surfaces: pageOnly,
    log,
    // A browser's server is not told of sleep; the poll's own deadline notices within seconds.
    onResume: () => undefined,
  };
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function refuseToSeal(): never {
  throw new Error('Nothing can be encrypted here.');
}

function keptFile(folder: string, log: Log): KeptFile {
  const open = (): { store: Record<string, unknown> } =>
    new Conf({
      cwd: folder,
      configName: 'earshot',
      projectName: 'earshot',
      configFileMode: 0o600,
      serialize: (value) => JSON.stringify(value, null, 2),
    });
  return guardKeptFile(path.join(folder, 'earshot.json'), open, log);
}
