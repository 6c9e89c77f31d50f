import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { missingHomepage } from './homepage.ts';
import { runQuietly } from '../processes.ts';
import { inProject, root } from '../project.ts';
import { unpackedIn, type Unpacked } from './unpacked.ts';

/** Where the Electron that is packed comes from. */
export type Runtime =
  /** Fetched from its release server, in the version of package.json. */
  | { readonly kind: 'released' }
  /** A folder with an unpacked one, for this machine. */
  | { readonly kind: 'given'; readonly folder: string; readonly version: string }
  | { readonly kind: 'unusable'; readonly why: string };

/** The runtime that the environment asks for. */
export function runtimeOf(env: Readonly<Record<string, string | undefined>>): Runtime {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  if (folder === '') return { kind: 'released' };
  const file = path.join(folder, 'version');
  if (!existsSync(file)) return { kind: 'unusable', why: `ELECTRON_OVERRIDE_DIST_PATH holds no Electron: there is no ${file}.` };
  return { kind: 'given', folder, version: readFileSync(file, 'utf8').trim().replace(/^v/u, '') };
}

export interface PackOptions {
  readonly runtime: Exclude<Runtime, { kind: 'unusable' }>;
  /** Only the unpacked application, no installers. */
  readonly unpackedOnly: boolean;
  /** The project, built. */
  readonly project?: string;
  readonly output: string;
  /** More for electron-builder. */
  readonly args?: readonly string[];
}

export type Packed =
  | { readonly kind: 'packed'; readonly unpacked: readonly Unpacked[] }
  | { readonly kind: 'failed'; readonly output: string };

/** Packs what was built, for this system. The output folder is emptied first. */
export async function pack({ runtime, unpackedOnly, project = root, output, args = [] }: PackOptions): Promise<Packed> {
  rmSync(output, { recursive: true, force: true });
  const given = runtime.kind === 'given' ? [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`] : [];
  const homepage = missingHomepage(root);
  const done = await runQuietly(inProject('node_modules', 'electron-builder', 'cli.js'), [
    ...['--projectDir', project, '--publish', 'never', `-c.directories.output=${output}`],
    ...(unpackedOnly ? ['--dir'] : []),
    ...given,
    ...(homepage === null ? [] : [`-c.extraMetadata.homepage=${homepage}`]),
    `-c.msiProjectCreated=${inProject('scripts', 'packaging', 'msiProject.ts')}`,
    ...args,
  ]);
  if (done.status !== 0) return { kind: 'failed', output: done.output };
  const unpacked = unpackedIn(output);
  // A given Electron may carry an application of its own; Earshot's lies in app.asar.
  if (runtime.kind === 'given') for (const { resources } of unpacked) rmSync(path.join(resources, 'app'), { recursive: true, force: true });
  return { kind: 'packed', unpacked };
}
