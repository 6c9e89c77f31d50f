import { join } from 'node:path';
import { startApp } from '../../../main/electron/app.ts';
import type { Log } from '../../../main/host.ts';
import { scriptedInspector, type ScriptedInspector } from './scriptedInspector.ts';

/** What a test reaches through Playwright's `evaluate`. */
export interface Harness {
  inspector: ScriptedInspector | null;
  readonly log: { readonly event: string; readonly fields: unknown }[];
}

declare global {
  var earshotHarness: Harness;
}

// Seen from where the bundle lies: dist/test-electron.
const root = join(import.meta.dirname, '..', '..');
const harness: Harness = { inspector: null, log: [] };
globalThis.earshotHarness = harness;

const write: Log['info'] = (event, fields) => {
  harness.log.push({ event, fields });
};

startApp({
  createInspector: (host, { form }) => {
    harness.inspector = scriptedInspector(host, form);
    return harness.inspector;
  },
  createLog: () => ({ info: write, warn: write, error: write }),
  files: {
    page: join(root, 'test', 'electron', 'harness', 'page'),
    preload: join(root, 'dist', 'preload', 'preload.cjs'),
    tray: join(root, 'assets', 'tray'),
    icon: join(root, 'assets', 'icon', '256.png'),
  },
});
