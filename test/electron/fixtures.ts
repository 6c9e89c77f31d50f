import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base } from '@playwright/test';
import { findElectron } from '../../scripts/electronBinary.ts';
import { startDesktop, type Desktop } from '../support/desktop/desktop.ts';
import { desktopLacks } from '../support/desktop/programs.ts';
import { driving } from './driving.ts';
import { launch, type Running } from './running.ts';

const root = join(import.meta.dirname, '..', '..');

interface WorkerFixtures {
  readonly desktop: Desktop;
  /** The harness's bundle, built. */
  readonly harnessEntry: string;
  /** The product's own entry; its build is the caller's matter. */
  readonly product: string;
}

interface TestFixtures {
  /** Skips by name what this machine cannot run. */
  readonly able: undefined;
  /** The Electron host around a scripted Inspector, with a desktop and a data folder of its own. */
  readonly harness: Running;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktop: [
    async ({}, use) => {
      const desktop = await startDesktop();
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  harnessEntry: [
    async ({}, use) => {
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const built = join(root, 'dist', 'test-electron');
      const pages = join(built, 'page');
      for (const args of [
        ['preload/vite.config.ts'],
        ['test/electron/harness/vite.config.ts'],
        ['renderer/vite.config.ts', '--outDir', pages, '--emptyOutDir'],
      ]) {
        await promisify(execFile)(process.execPath, [vite, 'build', '--config', ...args], { cwd: root });
      }
      await cp(join(root, 'test', 'electron', 'harness', 'page'), pages, { recursive: true });
      await use(join(built, 'harness.js'));
    },
    { scope: 'worker' },
  ],
  product: [
    async ({}, use) => {
      await use(root);
    },
    { scope: 'worker' },
  ],
  able: [
    async ({}, use, testInfo) => {
      const electron = findElectron(process.env, false);
      const reasons = [...desktopLacks(), ...(electron.kind === 'missing' ? [electron.why] : [])];
      testInfo.skip(reasons.length > 0, reasons.join('; '));
      await use(undefined);
    },
    { auto: true },
  ],
  harness: async ({ desktop, harnessEntry }, use) => {
    const running = await launch({ desktop, entry: harnessEntry });
    await expect.poll(() => driving(running.app).windowVisible()).toBe(true);
    await use(running);
    await running.close();
  },
});

export { expect };
