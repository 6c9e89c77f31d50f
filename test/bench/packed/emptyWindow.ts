import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty-window', version: '1.0.0', main: 'main.js' }));
  await writeFile(path.join(folder, 'main.js'), main);
  return {
    start: (env) => startPacked(electron.file, { env, flags: [`--user-data-dir=${path.join(folder, 'profile')}`, folder] }),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
