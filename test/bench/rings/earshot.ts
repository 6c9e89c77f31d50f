import { join } from 'node:path';
import { z } from 'zod';
import { createInspector } from '../../../main/app/compose.ts';
import { startApp } from '../../../main/electron/app.ts';
import { filesOfBuild } from '../../../main/electron/files.ts';
import { createLog } from '../../../main/log/log.ts';

// Seen from where the bundle lies: dist/test-bench.
const root = join(import.meta.dirname, '..', '..');
const gap = z.coerce.number().optional().parse(process.env['EARSHOT_BENCH_POLL_GAP']);

/** The product, but for the gap between two polls, where one is given in milliseconds. */
startApp({
  createInspector: (host, options) =>
    createInspector(
      host,
      gap === undefined ? options : { ...options, timings: { poll: { gapAfterEvent: gap, gapAfterNothing: gap, atOnce: 0 } } },
    ),
  createLog,
  files: filesOfBuild(root),
});
