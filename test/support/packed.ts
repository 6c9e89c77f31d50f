import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findElectron, sandboxArguments } from '../../scripts/electronBinary.ts';
import { pack, runtimeOf } from '../../scripts/packaging/pack.ts';
import type { Unpacked } from '../../scripts/packaging/unpacked.ts';
import { runQuietly } from '../../scripts/processes.ts';
import { inProject } from '../../scripts/project.ts';
import type { Environment } from './desktop/processes.ts';

/** Packs a project that was built, this one unless another folder is named, with the Electron of this machine. */
export async function packUnpacked(output: string, project?: string): Promise<Unpacked> {
  const electron = findElectron(process.env, false);
  if (electron.kind === 'missing') throw new Error(electron.why);
  const runtime = runtimeOf({ ELECTRON_OVERRIDE_DIST_PATH: path.dirname(electron.file) });
  if (runtime.kind === 'unusable') throw new Error(runtime.why);
  const packed = await pack({ runtime, unpackedOnly: true, output, ...(project === undefined ? {} : { project }) });
  if (packed.kind === 'failed') throw new Error(packed.output);
  const [unpacked] = packed.unpacked;
  if (unpacked === undefined) throw new Error(`Nothing was packed into ${output}`);
  return unpacked;
}

/** The package of the tests and measurements. */
export const testPackage = inProject('dist', 'test-package');

/** A packed Earshot that runs: nothing of it is reached into. */
export interface PackedRun {
  readonly process: ChildProcess;
  readonly dataFolder: string;
  /** The exit status. */
  readonly ended: Promise<number | null>;
  /** What it has logged so far. */
  log(): Promise<string>;
  forget(): Promise<void>;
}

/** Starts the packed program as a user does, with a data folder of its own unless one is given. */
export async function startPacked(
  program: string,
  { env, dataFolder, flags = [] }: { readonly env: Environment; readonly dataFolder?: string; readonly flags?: readonly string[] },
): Promise<PackedRun> {
  const folder = dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'earshot-packed-')));
  const child = spawn(program, [...sandboxArguments(), ...flags], { env: { ...env, EARSHOT_DATA_DIR: folder }, stdio: 'ignore' });
  return {
    process: child,
    dataFolder: folder,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    log: () => readFile(path.join(folder, 'logs', 'earshot.log'), 'utf8').catch(() => ''),
    forget: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Builds the project's sources once more, in a folder of their own; removed by the caller. */
export async function buildElsewhere(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'earshot-elsewhere-'));
  const parts = ['contract', 'main', 'preload', 'renderer', 'assets', 'package.json', 'LICENSE', 'electron-builder.yml', 'tsconfig.json'];
  for (const part of parts) await cp(inProject(part), path.join(folder, part), { recursive: true });
  await symlink(inProject('node_modules'), path.join(folder, 'node_modules'), 'junction');
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  for (const config of ['renderer/vite.config.ts', 'main/electron/vite.config.ts', 'preload/vite.config.ts']) {
    const built = await runQuietly(vite, ['build', '--config', path.join(folder, config), '--logLevel', 'warn']);
    if (built.status !== 0) throw new Error(built.output);
  }
  return folder;
}
