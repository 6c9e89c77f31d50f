import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../../scripts/build.ts';
import { inProject } from '../../../scripts/project.ts';
import { launch, type Running } from '../../electron/running.ts';
import { startDesktop, type Desktop } from '../../support/desktop/desktop.ts';
import { watchBus, type BusWatch } from './busWatch.ts';
import { startGateway, type GatewayProcess } from './gatewayProcess.ts';

/** The whole of it: a gateway, a desktop, and on it the real Earshot, signed in. */
export interface RingRig {
  readonly gateway: GatewayProcess;
  readonly desktop: Desktop;
  readonly bus: BusWatch;
  /** Earshot's own page, for the inspector's clicks. */
  readonly page: Running['page'];
  /** Lines of Earshot's own log. */
  log(): Promise<string[]>;
  close(): Promise<void>;
}

export interface RingRigOptions {
  readonly agents: number;
  readonly changesPerSecond: number;
  /** Skills beside those of the agents' groups; left out: none. */
  readonly furtherSkills?: number;
  /** Milliseconds between two polls; left out: the product's own. */
  readonly pollGap?: number;
  /** Folder of another build, with its `dist` and its rings' bundle, to be measured beside this one; left out: this one. */
  readonly build?: string;
  /** Lays out what Earshot finds in its data folder. */
  readonly prepare?: (dataFolder: string, gateway: GatewayProcess) => Promise<void>;
}

/** Builds what is measured; once is enough. */
export async function buildForRings(): Promise<void> {
  if (!(await build(console.error))) throw new Error('The product could not be built.');
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', 'test/bench/rings/vite.config.ts'], { cwd: inProject('.') });
}

export async function startRingRig({
  agents,
  changesPerSecond,
  furtherSkills = 0,
  pollGap,
  build: folder,
  prepare,
}: RingRigOptions): Promise<RingRig> {
  const gateway = await startGateway({ agents, changesPerSecond, furtherSkills });
  const desktop = await startDesktop();
  const bus = await watchBus(desktop.env);
  const running = await launch({
    desktop,
    asShipped: true,
    entry: join(folder ?? inProject('.'), 'dist', 'test-bench', 'earshot.js'),
    ...(prepare === undefined ? {} : { prepare: (dataFolder) => prepare(dataFolder, gateway) }),
    env: pollGap === undefined ? {} : { EARSHOT_BENCH_POLL_GAP: String(pollGap) },
  });
  await signIn(running, gateway);
  return {
    gateway,
    desktop,
    bus,
    page: running.page,
    log: async () => (await readFile(join(running.dataFolder, 'logs', 'earshot.log'), 'utf8')).split('\n'),
    close: async () => {
      await running.close();
      bus.stop();
      await desktop.stop();
      await gateway.stop();
    },
  };
}

async function signIn({ page }: Running, { port, inspector }: GatewayProcess): Promise<void> {
  await page.getByLabel('Gateway address').fill(`127.0.0.1:${String(port)}`);
  await page.getByLabel('Agent ID').fill(inspector.agentId);
  await page.getByLabel('Password').fill(inspector.password);
  await page.getByLabel('Phone number').fill(inspector.phone);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Trust this certificate' }).click();
  await page.getByRole('grid').waitFor();
}
