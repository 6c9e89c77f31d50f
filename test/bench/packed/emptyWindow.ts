import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findElectron } from '../../../scripts/electronBinary.ts';
import type { Environment } from '../../support/desktop/processes.ts';
import { startPacked, type PackedRun } from '../../support/packed.ts';

/** Of the colour by which a form is known on the screen (test/support/byKeyboard.ts), as large as Earshot's, and nothing in it. */
const main = `
const { app, BrowserWindow } = require('electron');
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  void window.loadURL('data:text/html,' + encodeURIComponent('<body style="background:#0b5fae"></body>'));
});
app.on('window-all-closed', () => app.quit());
`;

/** Electron with one window and nothing else: what there is to gain or lose beside it. Started once for each run of a bench. */
export interface EmptyWindow {
  start(env: Environment): Promise<PackedRun>;
  remove(): Promise<void>;
}

export async function emptyWindow(): Promise<EmptyWindow> {
  const electron = findElectron(process.env, false);
  if (electron.kind === 'missing') throw new Error(electron.why);
  const folder = await mkdtemp(path.join(tmpdir(), 'earshot-empty-'));
  // Files of its own, as the packed Earshot has: what another program reads from the same ones would count as nobody's own.
  await cp(path.dirname(electron.file), path.join(folder, 'electron'), { recursive: true });
  const program = path.join(folder, 'electron', path.basename(electron.file));
  const app = path.join(folder, 'app');
  await mkdir(app);
  await writeFile(path.join(app, 'package.json'), JSON.stringify({ name: 'empty-window', version: '1.0.0', main: 'main.js' }));
  await writeFile(path.join(app, 'main.js'), main);
  return {
    start: (env) => startPacked(program, { env, flags: [`--user-data-dir=${path.join(folder, 'profile')}`, app] }),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
