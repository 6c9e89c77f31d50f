import { join } from 'node:path';
import { createInspector } from '../app/compose.ts';
import { createLog } from '../log/log.ts';
import { startApp } from './app.ts';

// Seen from where the bundle lies: dist/main, in the project as in the packed application.
const root = join(import.meta.dirname, '..', '..');

startApp({
  createInspector,
  createLog,
  files: {
    page: join(root, 'dist', 'renderer'),
    preload: join(root, 'dist', 'preload', 'preload.cjs'),
    alertPreload: join(root, 'dist', 'preload', 'alert.cjs'),
    tray: join(root, 'assets', 'tray'),
    badge: join(root, 'assets', 'badge'),
    icon: join(root, 'assets', 'icon', '256.png'),
  },
});
