import { join } from 'node:path';
import { inProject } from '../../../scripts/project.ts';

/** Where the scripted application is built to. */
export const harnessFolder = inProject('dist', 'test-electron');

/** What Electron is given to start it. */
export const harnessEntry = join(harnessFolder, 'harness.js');
