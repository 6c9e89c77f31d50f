import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { pageOnly } from '../alerts/pageSurfaces.ts';
import { aboutThis } from '../platform/about.ts';
import { systemAuthorities } from '../gateway/systemAuthorities.ts';
import type { Host } from '../app/host.ts';
import type { PersistentLog } from '../log/log.ts';
import type { Administered } from '../settings/administered.ts';
import { watchNetwork } from '../platform/networkWatch.ts';
import { createSystemClock, upFor } from '../platform/systemClock.ts';
import type { FileOffers } from './fileOffers.ts';
import { createStateFile } from './stateFile.ts';
import { environmentProxy } from './proxyEnvironment.ts';

/** What the host goes by. */
export type Time = Pick<Host, 'clock' | 'monotonic' | 'upFor'>;

/** The computer's own. */
export const systemTime = (): Time => ({ clock: createSystemClock(), monotonic: () => performance.now(), upFor });

export interface WebHostOptions {
  readonly version: string;
  readonly dataFolder: string;
  readonly log: PersistentLog;
  readonly files: FileOffers;
  readonly time?: Time;
  readonly administered: Administered;
  readAdministered(): Promise<Administered>;
}

/** What the Inspector is given in the web host. */
export function createWebHost({
  version,
  dataFolder,
  log,
  files,
  time = systemTime(),
  administered,
  readAdministered,
}: WebHostOptions): Host {
  return {
    version,
    ...time,
    random: Math.random,
    // A plain process has no keychain of its own: nothing secret is kept.
    secretBox: { available: () => false, seal: refuseToSeal, open: () => null },
    persisted: createStateFile(dataFolder, 'earshot', log),
    readFile: (file) => readFileSync(file),
    systemAuthorities,
    administered,
    loginItem: null,
    readAdministered,
    surfaces: pageOnly,
    log,
    logbook: log.book,
    dataFolder,
    about: aboutThis('web', process.versions),
    saveFile: (name, text) => Promise.resolve(files.offer(name, text)),
    // A plain process is not told of sleep; the poll sees the clock jump.
    onResume: () => undefined,
    onNetworkChange: (soon, listener) => watchNetwork(networkInterfaces, time.clock, soon, listener),
    systemProxy: environmentProxy(process.env),
  };
}

function refuseToSeal(): never {
  throw new Error('Nothing can be encrypted here.');
}
