import { mkdirSync, rmSync, statSync } from 'node:fs';
import { inProject } from './project.ts';
import path from 'node:path';
import { build, isProductBuilt } from './build.ts';
import { misunderstood, readCommandLine } from './commandLine.ts';
import { findElectron } from './electronBinary.ts';
import { setUpTools } from './installers/machine.ts';
import { testInstallerBudgets } from './packaging/budgets.ts';
import { installerLine } from './packaging/sizes.ts';
import { runQuietly } from './processes.ts';
import { inOneGo, type Step } from './steps.ts';
import { report } from './testing/report.ts';
import { installer, installersFolder, versions } from '../test/installers/places.ts';
import { keepWindowsUp, keptFolder, setUpWine } from './windows/wine.ts';

const usage = `npm run test:installers              builds the installers of Windows and Linux, of this version and of one before it, from
                                     electron-builder.yml; installs, upgrades and uninstalls each
npm run test:installers -- --built   with those that were built last
npm run test:installers -- --help

On Debian, where root installs what is missing by the first run. Windows' installers run under Wine; they hold an old Electron, as
no newer one can be had here, which does not start Earshot. Linux' are installed on this machine, and removed again.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const line = readCommandLine(usage, { built: { type: 'boolean', default: false } });
  if (line.kind === 'ends') return line.status;
  const began = performance.now();
  if (process.platform !== 'linux') {
    process.stderr.write('Installers are tested on Linux.\n');
    return misunderstood;
  }
  const kept = keptFolder(process.env);
  const windows = setUpWine(kept);
  if (!line.options.built) {
    const electron = findElectron(process.env, true);
    if (electron.kind === 'missing') {
      process.stderr.write(`No installers can be built: ${electron.why}.\n`);
      return 1;
    }
    if (!isProductBuilt() && !(await build(console.log))) return 1;
    const { windowsElectron, env } = setUpTools(kept);
    if (!(await buildAll([windowsElectron, path.dirname(electron.file)], env))) return 1;
  }
  const small = saySizes();
  const letGo = keepWindowsUp(windows);
  const good = await inOneGo([tests('windows', ['nsis', 'msi']), tests('linux', ['linux'])]);
  letGo();
  console.log(`${String(Math.round((performance.now() - began) / 1000))} s in all`);
  return good && small ? 0 : 1;
}

/** Of what is handed out; false when something is over its budget. */
function saySizes(): boolean {
  const sizes = (['exe', 'msi', 'deb', 'AppImage'] as const).map((kind) =>
    installerLine(kind, statSync(installer(kind, 'newer')).size, testInstallerBudgets[kind]),
  );
  for (const { line } of sizes) console.log(line);
  return sizes.every(({ good }) => good);
}

async function buildAll(electrons: readonly string[], env: Record<string, string>): Promise<boolean> {
  const ages = ['newer', 'older'] as const;
  for (const age of ages) {
    rmSync(installersFolder(age), { recursive: true, force: true });
    mkdirSync(installersFolder(age), { recursive: true });
  }
  const script = inProject('scripts', 'installers', 'build.ts');
  const built = await runQuietly(script, [...ages.flatMap((age) => [installersFolder(age), versions[age]]), ...electrons], env);
  // Of what electron-builder says, only our own lines matter; when it failed, all but its long list of modules.
  const lines = built.output.split('\n').filter((line) => {
    return built.status === 0 ? /^\w+ [\d.]+: \d+ s$/u.test(line) : !line.includes('duplicate dependency references');
  });
  console.log(lines.join('\n'));
  return built.status === 0;
}

function tests(system: 'windows' | 'linux', names: readonly string[]): Step {
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const config = ['--config', 'test/installers/vitest.config.ts', '--configLoader', 'native'];
  const files = names.map((name) => `test/installers/${name}.installers.ts`);
  return {
    what: `installers of ${{ windows: 'Windows', linux: 'Linux' }[system]}`,
    program: process.execPath,
    args: [vitest, 'run', ...config, ...report(`installers-${system}`), ...files],
    env: {},
  };
}
