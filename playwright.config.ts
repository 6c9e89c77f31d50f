import { defineConfig } from '@playwright/test';

const ci = process.env['CI'] !== undefined;

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: ci,
  // A test that passes only at the second try is a test that fails.
  retries: 0,
  fullyParallel: false,
  projects: [
    { name: 'web', testMatch: 'e2e/web/*.spec.ts' },
    // One desktop, one application at a time: tray and taskbar are shared by all that runs there.
    { name: 'electron', testMatch: ['electron/*.spec.ts', 'e2e/electron/*.spec.ts'], workers: 1 },
  ],
});
