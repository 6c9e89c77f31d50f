import { defineConfig } from 'vitest/config';
import { inProject } from '../../scripts/project.ts';

export default defineConfig({
  test: {
    root: inProject(),
    include: ['test/installers/*.installers.ts'],
    // One Windows, one Linux: what installs there has them for itself.
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 200 } },
  },
});
