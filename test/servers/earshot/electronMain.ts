import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { app, session } from 'electron';
import { aboutThis } from '../../../main/platform/about.ts';
import { connectPage, type PageConnection } from '../../../main/app/pageConnection.ts';
import { createInspector } from '../../../main/app/compose.ts';
import { systemAuthorities } from '../../../main/gateway/systemAuthorities.ts';
import type { Host } from '../../../main/app/host.ts';
import type { Inspector } from '../../../main/app/inspector.ts';
import { nothingAdministered } from '../../../main/settings/administered.ts';
import { createSystemClock, upFor } from '../../../main/platform/systemClock.ts';
import { showingSurfaces } from '../../support/alerts.ts';
import { memoryLogbook, silentLog } from '../../support/silentLog.ts';
import type { FromElectron, ToElectron } from './messages.ts';

// Earshot's core in Electron's main process, with its TLS library and Chromium's proxy resolver, and no window: what the product's
// host does of the network is all here, and nothing of the desktop.
interface Open {
  readonly inspector: Inspector;
  readonly bridge: PageConnection;
  readonly folder: string;
}

const earshots = new Map<number, Open>();
const tell = (message: FromElectron): void => void process.send?.(message);

app.on('window-all-closed', () => undefined);
process.on('message', (message: ToElectron) => {
  switch (message.kind) {
    case 'open':
      void open(message);
      return;
    case 'command': {
      const { earshot, id, command, input } = message;
      void earshots
        .get(earshot)
        ?.bridge.command(command, input)
        .then((answer) => {
          tell({ kind: 'heard', earshot, message: { kind: 'answer', id, answer } });
        });
      return;
    }
    case 'close':
      void close(message.earshot);
  }
});
process.on('disconnect', () => {
  app.exit(0);
});
void app.whenReady().then(() => {
  tell({ kind: 'ready', electron: process.versions.electron });
});

async function open({ earshot, policy, proxyScript }: Extract<ToElectron, { kind: 'open' }>): Promise<void> {
  const folder = mkdtempSync(path.join(app.getPath('userData'), 'earshot-'));
  const inspector = createInspector(await hostIn(folder, policy, proxyScript), { form: null });
  const bridge = connectPage(inspector, {
    state: (state) => {
      tell({ kind: 'heard', earshot, message: { kind: 'state', state } });
    },
    roster: (message) => {
      tell({ kind: 'heard', earshot, message: { kind: 'roster', message } });
    },
  });
  earshots.set(earshot, { inspector, bridge, folder });
  inspector.start();
}

async function close(earshot: number): Promise<void> {
  const open = earshots.get(earshot);
  earshots.delete(earshot);
  open?.bridge.close();
  await open?.inspector.close();
  if (open !== undefined) rmSync(open.folder, { recursive: true, force: true });
  tell({ kind: 'closed', earshot });
}

async function hostIn(folder: string, policy: Readonly<Record<string, unknown>>, proxyScript: string | null): Promise<Host> {
  const administered = { ...nothingAdministered, policy };
  // Each has proxy settings of its own.
  const network = session.fromPartition(folder);
  const data = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(proxyScript ?? '').toString('base64')}`;
  await network.setProxy(proxyScript === null ? { mode: 'direct' } : { mode: 'pac_script', pacScript: data });
  let disk: Record<string, unknown> = {};
  return {
    version: '0.0.0',
    clock: createSystemClock(),
    monotonic: () => performance.now(),
    upFor,
    random: Math.random,
    secretBox: { available: () => false, seal: (text) => text, open: () => null },
    persisted: { damaged: false, read: () => disk, write: (value) => (disk = value) },
    readFile: (file) => readFileSync(file),
    systemAuthorities,
    administered,
    readAdministered: () => Promise.resolve(administered),
    loginItem: null,
    surfaces: showingSurfaces(),
    log: silentLog,
    logbook: memoryLogbook(),
    dataFolder: folder,
    about: aboutThis('electron', process.versions),
    saveFile: () => Promise.resolve(null),
    onResume: () => undefined,
    onNetworkChange: () => () => undefined,
    systemProxy: (url) => network.resolveProxy(url),
  };
}
