import path from 'node:path';
import { startApp } from '../../../../main/electron/app.ts';
import { filesOfBuild } from '../../../../main/electron/files.ts';
import type { Inspector } from '../../../../main/app/inspector.ts';
import { facesAt } from '../../../renderer/faces/faces.ts';
import { memoryLogbook, silentLog } from '../../../support/silentLog.ts';
import { createCentre, type Centre } from '../changes.ts';

/** What the bench reaches through Playwright's `evaluate`. */
export interface BenchHand {
  /** Sends the first roster; gives when, in milliseconds since 1970. */
  send(agents: number): number;
  change(): void;
  /** Whether a page waits for rows. */
  watched(): boolean;
}

declare global {
  var earshotBench: BenchHand;
}

// Seen from where the bundle lies: dist/bench-electron.
const root = path.join(import.meta.dirname, '..', '..');

/** The page's feeds that watch. */
const watching = new Set<(message: Centre['snapshot']) => void>();
let centre: Centre | null = null;

globalThis.earshotBench = {
  watched: () => watching.size > 0,
  send: (agents) => {
    centre = createCentre(agents);
    const at = Date.now();
    for (const send of watching) send(centre.snapshot);
    return at;
  },
  change: () => {
    const message = centre?.next();
    for (const send of watching) if (message !== undefined) send(message);
  },
};

function benchInspector(): Inspector {
  const face = facesAt(Date.now()).find(({ name }) => name === 'roster');
  if (face === undefined) throw new Error('There is no face of the roster');
  return {
    start: () => undefined,
    systemSpeaks: () => undefined,
    openLink: () => undefined,
    state: () => face.state,
    onState: () => () => undefined,
    command: () => Promise.resolve({ ok: true }),
    subscribeToRoster: (send) => ({
      watch: (visible) => {
        if (!visible) watching.delete(send);
        else {
          watching.add(send);
          if (centre !== null) send(centre.snapshot);
        }
      },
      watchAgents: () => undefined,
      close: () => watching.delete(send),
    }),
    firstTimeInTray: () => false,
    close: () => Promise.resolve(),
  };
}

const page = process.env['EARSHOT_BENCH_PAGE'];

startApp({
  createInspector: benchInspector,
  createLog: () => ({ ...silentLog, book: memoryLogbook(), close: () => undefined }),
  files: {
    ...filesOfBuild(root),
    ...(page === undefined ? {} : { page }),
    preload: path.join(root, 'dist', 'bench-electron', 'preload.cjs'),
  },
});
