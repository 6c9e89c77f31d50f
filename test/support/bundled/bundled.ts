import path from 'node:path';
import { inProject } from '../../../scripts/project.ts';

/**
 * The programs that tests start in processes of their own. Bundled, each starts in half a second of a core's time; from
 * its hundreds of source files it takes a second and a half, which thousands of tests would spend with waiting.
 */
const programs = {
  simulator: 'simulator/cli.ts',
  demo: 'scripts/demo.ts',
  dev: 'scripts/dev.ts',
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  auditVerify: 'scripts/auditVerify.ts',
  webHost: 'test/support/webHostProcess.ts',
  pinWriter: 'test/trust/support/writePins.ts',
} as const;

export type Program = keyof typeof programs;

/** Where the bundles lie; `setup.ts` builds them before the tests begin. */
export const bundleFolderName = 'test-programs';
export const bundleFolder = inProject('dist', bundleFolderName);

/** The bundle's entries: its name, and the file that it is built from. */
export function bundleInput(): Record<string, string> {
  return Object.fromEntries(Object.entries(programs).map(([name, file]) => [name, inProject(file)]));
}

/** The file to start with Node.js. */
export function bundled(program: Program): string {
  return path.join(bundleFolder, `${program}.js`);
}
