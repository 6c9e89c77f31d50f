import { spawn } from 'node:child_process';
import setUpPrograms from '../test/support/bundled/setup.ts';
import { notUnderWine } from '../test/windows/notUnderWine.ts';
import { build, isProductBuilt } from './build.ts';
import { misunderstood, readCommandLine } from './commandLine.ts';
import { ended } from './processes.ts';
import { inProject, root } from './project.ts';
import { report } from './testing/report.ts';
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
const folders = ['test/unit/', 'test/properties/', 'test/trust/', 'test/policy/', 'test/integration/'];

/** They write policies, which every Earshot of this computer obeys: by themselves, one after the other. */
const ofThisComputer = ['test/windows/', '--no-file-parallelism'];

/**
 * The web end-to-end tests that are driven against the web host on Windows' Node.js: of sign-in, session, listens, what is kept and what
 * is refused. The others are the page's own (its rows, keys, faces), which is the same file and the same browser there.
 */
const driven = [
  ...['access', 'administered', 'alerts', 'alertsInWindow', 'audit', 'diagnostics', 'language', 'mainJob', 'modes', 'notes'],
  ...['otherOrigin', 'passwordInPage', 'roster', 'rosterBadInput', 'rosterFinding', 'settings', 'waysOut'],
];

/** What is started, for people, and how. */
interface Step {
  readonly what: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

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
  const steps =
    line.words.length > 0 ? [unitTests(windows, line.words)] : [unitTests(windows, folders), policyTests(windows), webTests(windows)];
  if (process.platform !== 'win32') for (const { file, why } of notUnderWine) console.log(`skipped ${file}: ${why}`);
  let failed = 0;
  for (const step of steps) failed += (await carryOut(step)) ? 0 : 1;
  if (line.words.length === 0) {
    const [there, here] = [await startToForm(windows), await startToForm({ program: process.execPath, env: {} })];
    console.log(`\nfrom the web host's start to its form: ${seconds(there)} on Windows’ Node.js, ${seconds(here)} on this machine’s`);
  }
  letGo();
  return failed === 0 ? 0 : 1;
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
  const files = driven.map((name) => `test/e2e/web/${name}.spec.ts`);
  return {
    what: `the web host on Windows’ Node.js, driven by a browser (${String(driven.length)} files of test/e2e/web)`,
    program: process.execPath,
    args: [playwright, 'test', '--project', 'web', '--reporter', 'dot', ...files],
    env: { ...env, EARSHOT_TEST_NODE: program, EARSHOT_TEST_PROGRAMS: 'built' },
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

async function carryOut({ what, program, args, env }: Step): Promise<boolean> {
  console.log(`\n${what}`);
  const began = performance.now();
  const status = await ended(spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' }));
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${what} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  return status === 0;
}
