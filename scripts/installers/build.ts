// Makes the installers of two versions from electron-builder.yml, with the tools that the environment names (machine.ts):
// node build.ts OUTPUT VERSION OLDER_OUTPUT OLDER_VERSION WINDOWS_ELECTRON LINUX_ELECTRON
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { missingHomepage } from '../packaging/homepage.ts';
import { completed } from '../packaging/msiProject.ts';
import { root } from '../project.ts';
import { forWixl } from './wixl.ts';

const [output = '', version = '', olderOutput = '', olderVersion = '', windowsElectron = '', linuxElectron = ''] = process.argv.slice(2);

const run = promisify(execFile);
const homepage = missingHomepage(root);

/** What is made of one version. */
interface Made {
  readonly output: string;
  readonly version: string;
  readonly compression: 'normal' | 'store';
  /** As 7-Zip has it, for the archive within Windows' installer for one user; electron-builder's own, 9, takes twice as long as 5. */
  readonly level: '5' | '0';
}

const newer: Made = { output, version, compression: 'normal', level: '5' };
const older: Made = { output: olderOutput, version: olderVersion, compression: 'store', level: '0' };

function configuration({ output: to, version: named, compression }: Made, electron: string): Configuration {
  return {
    electronDist: electron,
    electronVersion: readFileSync(path.join(electron, 'version'), 'utf8').trim().replace(/^v/u, ''),
    directories: { output: to },
    compression,
    // Much quicker than electron-builder's xz, which makes it small.
    ...(compression === 'store' ? { deb: { compression: 'gz' } } : {}),
    extraMetadata: { version: named, ...(homepage === null ? {} : { homepage }) },
  };
}

/** Debian's NSIS 3.08 warns of a label of its own library; an Electron before 12 has no fuses. */
const forWindows = (made: Made): Configuration => ({
  ...configuration(made, windowsElectron),
  nsis: { warningsAsErrors: false },
  electronFuses: null,
});

async function make(made: Made, platform: Platform, target: string, config: Configuration, prepackaged?: string): Promise<void> {
  const began = performance.now();
  process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] = made.level;
  const packed = prepackaged === undefined ? {} : { prepackaged };
  await build({ targets: platform.createTarget([target], Arch.x64), projectDir: root, publish: 'never', config, ...packed });
  tell(target, made, began);
}

/** electron-builder's own project of the MSI, put together by wixl in the place of Windows' tools. */
async function makeMsi(made: Made, unpacked: string): Promise<void> {
  const file = path.join(made.output, 'project.wxs');
  let kept = false;
  const keep = (project: string): never => {
    writeFileSync(file, completed(readFileSync(project, 'utf8')));
    kept = true;
    throw new Error('Only the project was wanted.');
  };
  const began = performance.now();
  await make(made, Platform.WINDOWS, 'msi', { ...forWindows(made), msiProjectCreated: keep }, unpacked).catch((error: unknown) => {
    if (!kept) throw error;
  });
  const fitted = path.join(made.output, 'wixl.wxs');
  writeFileSync(fitted, forWixl(readFileSync(file, 'utf8'), unpacked, root));
  await run('wixl', ['-a', 'x64', '-o', path.join(made.output, `earshot-${made.version}-win-x64.msi`), fitted], { cwd: root });
  tell('msi', made, began);
}

function tell(what: string, made: Made, began: number): void {
  console.log(`${what} ${made.version}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** The older version's application: the newer one's, which is not packed twice, and a file that the newer one has not. */
async function olderApplication(unpacked: string): Promise<string> {
  const folder = path.join(older.output, path.basename(unpacked));
  mkdirSync(older.output, { recursive: true });
  await run('cp', ['-al', unpacked, folder]);
  writeFileSync(path.join(folder, 'resources', 'older.txt'), '');
  return folder;
}

await make(newer, Platform.WINDOWS, 'nsis', forWindows(newer));
const windows = path.join(newer.output, 'win-unpacked');
await makeMsi(newer, windows);
await make(newer, Platform.LINUX, 'deb', configuration(newer, linuxElectron));
const linux = path.join(newer.output, 'linux-unpacked');
// An AppImage is not installed, and takes no older one's place.
await make(newer, Platform.LINUX, 'AppImage', configuration(newer, linuxElectron), linux);

const olderWindows = await olderApplication(windows);
await make(older, Platform.WINDOWS, 'nsis', forWindows(older), olderWindows);
await makeMsi(older, olderWindows);
await make(older, Platform.LINUX, 'deb', configuration(older, linuxElectron), await olderApplication(linux));
