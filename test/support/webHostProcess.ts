import path from 'node:path';
import { runWebHost } from '../../main/web/run.ts';

process.exit(
  await runWebHost({
    version: '0.0.0',
    args: process.argv.slice(2),
    env: process.env,
    pages: path.join(import.meta.dirname, '..', '..', 'dist', 'renderer'),
    print: console.log,
    openBrowser: () => undefined,
  }),
);
