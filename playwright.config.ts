import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { testFiles } from './scripts/testing/testFiles.ts';

const ci = process.env['CI'] !== undefined;

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  globalSetup: './test/support/bundled/setup.ts',
  // Long enough for a busy machine; what hangs fails all the same.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: ci,
  // A test that passes only at the second try is a test that fails.
  retries: 0,
  fullyParallel: true,
  workers: availableParallelism(),
  projects: [
    { name: 'web', testMatch: [...testFiles.web] },
    // The scripted application is built once, before the workers that start it.
    { name: 'electron harness', testMatch: 'electron/*.setup.ts' },
    // Each worker has a desktop of its own: tray and taskbar are shared by all that runs there.
    {
      name: 'electron',
      testMatch: [...testFiles.electron],
      dependencies: ['electron harness'],
      // A start on a busy machine takes longer than anything on a page.
      expect: { timeout: 30_000 },
    },
  ],
});
