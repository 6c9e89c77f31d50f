import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startApp } from '../../../main/electron/app.ts';
import type { Log } from '../../../main/host.ts';
import { scriptedInspector, type ScriptedInspector } from './scriptedInspector.ts';

/** What a test reaches through Playwright's `evaluate`. */
export interface Harness {
  inspector: ScriptedInspector | null;
}

declare global {
  var earshotHarness: Harness;
}

// Seen from where the bundle lies: dist/test-electron.
const root = join(import.meta.dirname, '..', '..');
const harness: Harness = { inspector: null };
globalThis.earshotHarness = harness;

/** A log that is on the disk at once: it tells a test what happened up to the very end. */
function createLog(file: string): Log & { flush(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const write: Log['info'] = (event, fields = {}) => {
    appendFileSync(file, `${JSON.stringify({ event, ...fields })}\n`);
  };
  return { info: write, warn: write, error: write, conceal: () => undefined, forget: () => undefined, flush: () => undefined };
}

startApp({
  createInspector: (host, { form }) => {
    harness.inspector = scriptedInspector(host, form);
    return harness.inspector;
  },
  createLog,
  files: {
    page: join(root, 'test', 'electron', 'harness', 'page'),
    preload: join(root, 'dist', 'preload', 'preload.cjs'),
    tray: join(root, 'assets', 'tray'),
    icon: join(root, 'assets', 'icon', '256.png'),
  },
});
