// Makes one version's installers from electron-builder.yml, with the tools that the environment names (machine.ts):
// node build.ts OUTPUT VERSION COMPRESSION WINDOWS_ELECTRON LINUX_ELECTRON; COMPRESSION is `store` or `normal`
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { missingHomepage } from '../packaging/homepage.ts';
import { completed } from '../packaging/msiProject.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../project.ts';
import { forWixl } from './wixl.ts';

const [output = '', version = '', compression = '', windowsElectron = '', linuxElectron = ''] = process.argv.slice(2);

const homepage = missingHomepage(root);

function configuration(electron: string): Configuration {
  return {
    electronDist: electron,
    electronVersion: readFileSync(path.join(electron, 'version'), 'utf8').trim().replace(/^v/u, ''),
    directories: { output },
    compression: compression === 'store' ? 'store' : 'normal',
    // Much quicker than electron-builder's xz, which makes it small.
    ...(compression === 'store' ? { deb: { compression: 'gz' } } : {}),
    extraMetadata: { version, ...(homepage === null ? {} : { homepage }) },
  };
}

async function make(platform: Platform, target: string, config: Configuration, prepackaged?: string): Promise<void> {
  const began = performance.now();
  const packed = prepackaged === undefined ? {} : { prepackaged };
  await build({ targets: platform.createTarget([target], Arch.x64), projectDir: root, publish: 'never', config, ...packed });
  tell(target, began);
}

/** electron-builder's own project of the MSI, put together by wixl in the place of Windows' tools. */
async function makeMsi(config: Configuration, unpacked: string): Promise<void> {
  const file = path.join(output, 'project.wxs');
  let kept = false;
  const keep = (project: string): never => {
    writeFileSync(file, completed(readFileSync(project, 'utf8')));
    kept = true;
    throw new Error('Only the project was wanted.');
  };
  const began = performance.now();
  await make(Platform.WINDOWS, 'msi', { ...config, msiProjectCreated: keep }, unpacked).catch((error: unknown) => {
    if (!kept) throw error;
  });
  const fitted = path.join(output, 'wixl.wxs');
  writeFileSync(fitted, forWixl(readFileSync(file, 'utf8'), unpacked, root));
  await promisify(execFile)('wixl', ['-a', 'x64', '-o', path.join(output, `earshot-${version}-win-x64.msi`), fitted], { cwd: root });
  tell('msi', began);
}

function tell(what: string, began: number): void {
  console.log(`${what} ${version}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

// Debian's NSIS 3.08 warns of a label of its own library; an Electron before 12 has no fuses.
const windows: Configuration = { ...configuration(windowsElectron), nsis: { warningsAsErrors: false }, electronFuses: null };
await make(Platform.WINDOWS, 'nsis', windows);
await makeMsi(windows, path.join(output, 'win-unpacked'));
const linux = configuration(linuxElectron);
await make(Platform.LINUX, 'deb', linux);
// An AppImage is not installed, and takes no older one's place.
if (compression !== 'store') await make(Platform.LINUX, 'AppImage', linux, path.join(output, 'linux-unpacked'));
