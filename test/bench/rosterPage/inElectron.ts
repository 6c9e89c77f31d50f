import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { build } from 'vite';
import { findElectron } from '../../../scripts/electronBinary.ts';
import { launch } from '../../electron/running.ts';
import { startDesktop } from '../../support/desktop/desktop.ts';
import { desktopLacks } from '../../support/desktop/programs.ts';
import type {} from './electron/entry.ts';
import { firstRowAt, openDevtools, root, rowOf, watchFirstRow, type StageHost } from './stage.ts';

export type ElectronStage = { readonly kind: 'found'; start(): Promise<StageHost> } | { readonly kind: 'missing'; readonly why: string };

/** The page in Electron's window, on a desktop of its own; where either is not to be had, why. */
export function inElectron(): ElectronStage {
  const electron = findElectron(process.env, false);
  const lacks = [...desktopLacks(), ...(electron.kind === 'missing' ? [electron.why] : [])];
  return lacks.length > 0 ? { kind: 'missing', why: lacks.join('; ') } : { kind: 'found', start };
}

async function start(): Promise<StageHost> {
  const own = 'test/bench/rosterPage/electron';
  for (const config of ['preload/vite.config.ts', `${own}/vite.config.ts`, `${own}/preload.vite.config.ts`]) {
    await build({ configFile: path.join(root, config), logLevel: 'error' });
  }
  const desktop = await startDesktop();
  return {
    name: 'Electron',
    stop: () => desktop.stop(),
    open: async (grid, folder, agents) => {
      const entry = path.join(root, 'dist', 'bench-electron', 'roster.js');
      const { app, page, close } = await launch({ desktop, entry, asShipped: true, env: { EARSHOT_BENCH_PAGE: folder } });
      const devtools = await openDevtools(page);
      if (grid === 'ag-grid') {
        // It writes its styles into the page, which the hosts' policy forbids; without them it would mount every row.
        await devtools.send('Page.setBypassCSP', { enabled: true });
        await page.reload();
      }
      await page.getByRole('searchbox').waitFor();
      while (!(await app.evaluate(() => globalThis.earshotBench.watched()))) await pause(50);
      await page.evaluate(watchFirstRow(rowOf[grid]));
      const sentAt = await app.evaluate((_electron, count) => globalThis.earshotBench.send(count), agents);
      const first = (await firstRowAt(page)) - sentAt;
      return {
        page,
        devtools,
        first,
        change: () =>
          app.evaluate(() => {
            globalThis.earshotBench.change();
          }),
        hide: () =>
          app.evaluate(({ BrowserWindow }) => {
            for (const window of BrowserWindow.getAllWindows()) window.hide();
          }),
        close,
      };
    },
  };
}
