import { readdirSync } from 'node:fs';
import setUpPrograms from '../test/support/bundled/setup.ts';
import { notDriven, notUnderWine } from '../test/windows/notUnderWine.ts';
import { build, isProductBuilt } from './build.ts';
import { misunderstood, readCommandLine } from './commandLine.ts';
import { inProject } from './project.ts';
import { inOneGo, type Step } from './steps.ts';
import { browserReport, report } from './testing/report.ts';
import { startToForm } from './windows/startTime.ts';
import { keepWindowsUp, keptFolder, setUpWine, type WineNode } from './windows/wine.ts';

const usage = `npm run test:windows            tests on Windows' Node.js: unit, property, trust, policy and integration tests,
                                policies that reg.exe writes, and the web host driven by a browser
npm run test:windows -- NAME…   the test files that have one of these in their path; on Windows' Node.js alone
npm run test:windows -- --help

On Windows, and on Linux with Wine: on Debian, root installs Wine by the first run, which fetches Windows' Node.js and sets
it up in ~/.cache/earshot-test. It writes policies of Earshot's into the registry, and takes them away again.
`;

/** Everything that needs neither a desktop nor a browser. */
const folders = ['contract/', 'main/', 'scripts/', 'test/project/', 'test/properties/', 'test/trust/', 'test/integration/'];

/** They write policies, which every Earshot of this computer obeys: by themselves, one after the other. */
const ofThisComputer = ['test/windows/', '--no-file-parallelism'];

process.exitCode = await main();

async function main(): Promise<number> {
  const line = readCommandLine(usage, {}, () => undefined, true);
  if (line.kind === 'ends') return line.status;
  const windows = windowsNode();
  if (windows === null) {
    process.stderr.write('Windows’ tests run on Windows, and on Linux with Wine.\n');
    return misunderstood;
  }
  if (!isProductBuilt() && !(await build(console.log))) return 1;
  await setUpPrograms();
  const letGo = process.platform === 'win32' ? () => undefined : keepWindowsUp(windows);
  // Both of the last wait for half of their time.
  const stages =
    line.words.length > 0 ? [[unitTests(windows, line.words)]] : [[policyTests(windows)], [unitTests(windows, folders), webTests(windows)]];
  for (const { file, why } of [...(process.platform === 'win32' ? [] : notUnderWine), ...notDriven]) {
    console.log(`skipped ${file}: ${why}`);
  }
  let good = true;
  for (const steps of stages) good = (await inOneGo(steps)) && good;
  if (line.words.length === 0) {
    const [there, here] = [await startToForm(windows), await startToForm({ program: process.execPath, env: {} })];
    console.log(`\nfrom the web host's start to its form: ${seconds(there)} on Windows’ Node.js, ${seconds(here)} on this machine’s`);
  }
  letGo();
  return good ? 0 : 1;
}

/** Null: not on this machine. */
function windowsNode(): WineNode | null {
  switch (process.platform) {
    case 'win32':
      return { program: process.execPath, env: {} };
    case 'linux':
      return setUpWine(keptFolder(process.env));
    default:
      return null;
  }
}

function unitTests(windows: WineNode, files: readonly string[]): Step {
  return { ...vitest(windows, 'windows', files), what: 'tests on Windows’ Node.js' };
}

function policyTests(windows: WineNode): Step {
  return { ...vitest(windows, 'windows-policies', ofThisComputer), what: 'policies of the registry, on Windows’ Node.js' };
}

function vitest({ program, env }: WineNode, name: string, args: readonly string[]): Omit<Step, 'what'> {
  // Under Wine the bundler is WebAssembly's, of which Node.js warns with every start.
  const runner = [
    '--disable-warning=ExperimentalWarning',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/windows/vitest.config.ts',
    '--configLoader',
    'native',
  ];
  return { program, args: [...runner, ...report(name), ...args], env: { ...env, EARSHOT_TEST_PROGRAMS: 'built' } };
}

/** The browser is this machine's own; only what it is driven against runs on Windows' Node.js. */
function webTests({ program, env }: WineNode): Step {
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const reported = browserReport('windows-web');
  const left = new Set(notDriven.map(({ file }) => file));
  const files = readdirSync(inProject('test', 'e2e', 'web'))
    .map((name) => `test/e2e/web/${name}`)
    .filter((file) => file.endsWith('.spec.ts') && !left.has(file));
  return {
    what: `the web host on Windows’ Node.js, driven by a browser (${String(files.length)} files of test/e2e/web)`,
    program: process.execPath,
    args: [playwright, 'test', '--project', 'web', ...reported.args, ...files],
    env: { ...env, ...reported.env, EARSHOT_TEST_NODE: program, EARSHOT_TEST_PROGRAMS: 'built' },
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
