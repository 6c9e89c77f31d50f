import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from '@playwright/test';
import { inProject } from '../../scripts/project.ts';
import { harnessFolder } from './harness/built.ts';

test('the scripted application is built around the pages that were built', async () => {
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', 'test/electron/harness/vite.config.ts'], { cwd: inProject() });
  const pages = join(harnessFolder, 'page');
  await cp(inProject('dist', 'renderer'), pages, { recursive: true });
  await cp(join(import.meta.dirname, 'harness', 'page'), pages, { recursive: true });
});
