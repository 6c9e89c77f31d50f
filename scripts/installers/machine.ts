import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inProject } from '../project.ts';

/** What makes installers here, in the place of what electron-builder would download. */
export interface InstallerTools {
  /** An unpacked Electron for Windows. */
  readonly windowsElectron: string;
  /** For electron-builder. */
  readonly env: Record<string, string>;
}

/** Fetches and builds what is missing, into a folder that is kept. Throws with what could not be had, which is said on stderr. */
export function setUpTools(kept: string): InstallerTools {
  const at = {
    electron: path.join(kept, 'electron-4.0.4-win-x64'),
    sevenZip: path.join(kept, '7zip-5.2.0'),
    tools: path.join(kept, 'installer-tools'),
  };
  runScript('windowsElectron.sh', at.electron);
  runScript('sevenZip.sh', at.sevenZip);
  runScript('tools.sh', at.tools, at.sevenZip);
  return {
    windowsElectron: at.electron,
    env: {
      ELECTRON_BUILDER_NSIS_DIR: path.join(at.tools, 'nsis'),
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: path.join(at.tools, 'plugins'),
      ELECTRON_BUILDER_7ZIP_PATH: path.join(at.sevenZip, 'linux', 'x64', '7za'),
      APPIMAGE_TOOLS_PATH: path.join(at.tools, 'appimage'),
      CUSTOM_FPM_PATH: path.join(at.tools, 'fpm'),
      EARSHOT_FPM: inProject('scripts', 'installers', 'standins', 'fpm.ts'),
      EARSHOT_FPM_NODE: process.execPath,
    },
  };
}

function runScript(name: string, ...args: readonly string[]): void {
  execFileSync('bash', [inProject('scripts', 'installers', name), ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
}
