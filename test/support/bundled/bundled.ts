import path from 'node:path';
import type { Built } from '../../../scripts/builtFrom.ts';
import { inProject } from '../../../scripts/project.ts';

/**
 * The programs that tests start in processes of their own. Bundled, each starts in half a second of a core's time; from
 * its hundreds of source files it takes a second and a half, which thousands of tests would spend with waiting.
 */
const entries = {
  simulator: 'simulator/cli.ts',
  demo: 'scripts/demo.ts',
  dev: 'scripts/dev.ts',
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  auditVerify: 'scripts/auditVerify.ts',
  webHost: 'test/support/webHostProcess.ts',
  webHosts: 'test/support/webHostsProcess.ts',
  pinWriter: 'test/trust/support/writePins.ts',
  crashing: 'test/crash/earshotChild.ts',
} as const;

export type Program = keyof typeof entries;

/** What `buildPrograms.ts` builds before the tests begin, and what from. */
export const programs: Built = {
  name: 'test-programs',
  folders: ['test-programs'],
  sources: ['contract/**', 'main/**', 'simulator/**', 'scripts/**', 'test/{support,crash,trust}/**'],
};

export const bundleFolder = inProject('dist', programs.name);

/** Where Node.js keeps what it compiled of them: each start after the first is spared it. */
export const compileCache = inProject('dist', 'test-programs-compiled');

/** The bundle's entries: its name, and the file that it is built from. */
export function bundleInput(): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, inProject(file)]));
}

/** The file to start with Node.js. */
export function bundled(program: Program): string {
  return path.join(bundleFolder, `${program}.js`);
}
