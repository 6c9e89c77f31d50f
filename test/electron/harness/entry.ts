import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PersistentLog } from '../../../main/log/log.ts';
import { startApp } from '../../../main/electron/app.ts';
import { filesOfBuild } from '../../../main/electron/files.ts';
import { shownSchema, type Shown, type SurfaceName } from '../../../contract/alerts.ts';
import type { Quiet } from '../../../main/alerts/surfaces.ts';
import type { Log } from '../../../main/ports/log.ts';
import { tryGateway, tryRaw } from '../../trust/support/attempt.ts';
import { memoryLogbook } from '../../support/silentLog.ts';
import { scriptedInspector, type ScriptedInspector } from './scriptedInspector.ts';

/** What a test reaches through Playwright's `evaluate`. */
export interface Harness {
  inspector: ScriptedInspector | null;
  /** Asks one of the host's surfaces. */
  ask(name: SurfaceName, plan: unknown): Promise<Shown>;
  /** Asks the host whether the system holds notifications back. */
  quiet(): Promise<Quiet>;
  /** Tries at gateways with this process's own TLS library. */
  readonly tryGateway: typeof tryGateway;
  readonly tryRaw: typeof tryRaw;
}

declare global {
  var earshotHarness: Harness;
}

// Seen from where the bundle lies: dist/test-electron.
const root = join(import.meta.dirname, '..', '..');
const harness: Harness = {
  inspector: null,
  tryGateway,
  tryRaw,
  quiet: () => {
    if (harness.inspector === null) throw new Error('There is no host yet.');
    return harness.inspector.host.surfaces.quiet();
  },
  ask: async (name, plan) => {
    const surface: unknown = harness.inspector?.host.surfaces[name];
    if (typeof surface !== 'function') throw new Error(`There is no surface ${name}.`);
    return shownSchema.parse(await Reflect.apply(surface, null, [plan]));
  },
};
globalThis.earshotHarness = harness;

/** A log that is on the disk at once: it tells a test what happened up to the very end. */
function createLog(file: string): PersistentLog {
  mkdirSync(dirname(file), { recursive: true });
  const write: Log['info'] = (event, fields = {}) => {
    appendFileSync(file, `${JSON.stringify({ event, ...fields })}\n`);
  };
  return {
    info: write,
    warn: write,
    error: write,
    conceal: () => undefined,
    forget: () => undefined,
    book: memoryLogbook(),
    close: () => undefined,
  };
}

startApp({
  createInspector: (host, { form }) => {
    harness.inspector = scriptedInspector(host, form);
    return harness.inspector;
  },
  createLog,
  files: {
    ...filesOfBuild(root),
    // The product's pages, with the harness's own in the main window.
    page: join(root, 'dist', 'test-electron', 'page'),
  },
});
