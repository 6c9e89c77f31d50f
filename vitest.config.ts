import { defineConfig } from 'vitest/config';
import { testFiles } from './scripts/testing/testFiles.ts';

export default defineConfig({
  test: {
    include: [...testFiles.vitest],
    environment: 'node',
    globalSetup: ['test/support/bundled/setup.ts'],
    // No module keeps a state of its own, so files share what was loaded: loading it anew for each took a quarter of the time.
    isolate: false,
    // Most of them wait, for long polls and time-outs: more of them than there are cores.
    maxWorkers: 4,
    // Long polls, real TLS: a test that waits for the gateway may take a while on a busy machine.
    testTimeout: 60_000,
    // Generous: a condition that never comes fails all the same, and a busy machine is not a fault.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
    // A message that names what was found, not "expected [ { …(3) } ] to …": of a failure elsewhere it is all there is.
    chaiConfig: { truncateThreshold: 1_000 },
  },
});
