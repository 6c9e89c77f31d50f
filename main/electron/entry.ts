import { join } from 'node:path';
import { app } from 'electron';
import { createInspector } from '../app/compose.ts';
import { createLog } from '../log/log.ts';
import { startApp } from './app.ts';
import { filesOfBuild } from './files.ts';

// Seen from where the bundle lies: dist/main, in the project as in the packed application.
const root = join(import.meta.dirname, '..', '..');

startApp({
  createInspector,
  createLog,
  files: filesOfBuild(root, app.isPackaged ? process.resourcesPath : null),
});
