/** Which files are tests of which runner, as globs from the project's folder; the runners' own configurations read them here. */
export const testFiles = {
  // Beside what they test, and in test/ what crosses modules.
  vitest: ['{contract,main,renderer,simulator,scripts,test}/**/*.test.ts'],
  web: ['test/e2e/web/*.spec.ts'],
  // On a desktop.
  electron: ['test/electron/*.spec.ts', 'test/e2e/electron/*.spec.ts'],
} as const satisfies Record<string, readonly string[]>;

export type Runner = keyof typeof testFiles;

export const runners = ['vitest', 'web', 'electron'] as const satisfies readonly Runner[];
