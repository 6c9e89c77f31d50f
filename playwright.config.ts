import { defineConfig } from '@playwright/test';
import { coresToFill } from './scripts/testing/coresToFill.ts';
import { ownMeans } from './scripts/testing/means.ts';
import { testFiles } from './scripts/testing/testFiles.ts';

const ci = process.env['CI'] !== undefined;
const cores = coresToFill(ownMeans());

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  globalSetup: './test/support/bundled/setup.ts',
  // Long enough for a busy machine; what hangs fails all the same.
  timeout: 180_000,
  // A start of all this on a busy machine takes longer than anything that is waited for.
  expect: { timeout: 30_000 },
  forbidOnly: ci,
  // A test that passes only at the second try is a test that fails.
  retries: 0,
  fullyParallel: true,
  workers: 2 * cores,
  projects: [
    // Most of a test is waiting: for a phone to be picked up, for a list to be old, for the next poll.
    { name: 'web', testMatch: [...testFiles.web], workers: 2 * cores },
    // The scripted application is built once, before the workers that start it.
    { name: 'electron harness', testMatch: 'electron/*.setup.ts' },
    // Each worker has a desktop of its own: tray and taskbar are shared by all that runs there.
    {
      name: 'electron',
      testMatch: [...testFiles.electron],
      dependencies: ['electron harness'],
      workers: cores + 1,
    },
  ],
});
