import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.ts';
import { findElectron } from './electronBinary.ts';
import { runQuietly } from './processes.ts';
import { inProject, root } from './project.ts';
import { playwrightResults, vitestResults, type Results } from './testResults.ts';

/** One part of the tests: what runs, and where it leaves its results (null: it passes or fails as a whole). */
interface Part {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  readonly read: (() => Results) | null;
}

const folder = mkdtempSync(path.join(tmpdir(), 'earshot-test-'));
const packageFile = (...parts: readonly string[]): string => inProject('node_modules', ...parts);
const resultFile = (name: string): string => path.join(folder, `${name}.json`);

// The native compiler; `typescript` itself is the last one with an interface for dependency-cruiser and the tests.
const compiler = packageFile('typescript-native', 'bin', 'tsc');
const checks: readonly Part[] = [
  {
    name: 'types of main, contract, preload, simulator, scripts and tests',
    script: compiler,
    // Several checkers work out the same types several times over.
    args: ['-p', root, '--checkers', '1'],
    read: null,
  },
  { name: 'types of the renderer', script: compiler, args: ['-p', inProject('renderer'), '--checkers', '1'], read: null },
  { name: 'lint', script: packageFile('oxlint', 'bin', 'oxlint'), args: ['.', '--max-warnings', '0'], read: null },
  { name: 'format', script: packageFile('oxfmt', 'bin', 'oxfmt'), args: ['--check', '.'], read: null },
  {
    name: 'dependency rules of the map',
    script: packageFile('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    args: ['--config', '.dependency-cruiser.cjs', 'main', 'contract', 'renderer', 'preload', 'simulator', 'scripts'],
    read: null,
  },
];

const unitAndIntegration: Part = {
  name: 'unit and integration tests',
  script: packageFile('vitest', 'vitest.mjs'),
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile('vitest')}`],
  read: () => vitestResults(resultFile('vitest')),
};

const endToEnd: readonly Part[] = ['web', 'electron'].map((project) => ({
  name: `end-to-end tests, ${project}`,
  script: packageFile('@playwright', 'test', 'cli.js'),
  args: ['test', '--project', project, '--reporter=list,json', '--output', path.join('test-results', project)],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: resultFile(`playwright-${project}`) },
  read: () => playwrightResults(resultFile(`playwright-${project}`)),
}));

const total = { passed: 0, failed: 0 };
const skipped: string[] = [];
const failedOutput: string[] = [];

// Fetched where it can be had; where not, the tests that need it are skipped with the reason.
findElectron(process.env, true);

if (await build(console.log)) {
  count({ passed: 1, failed: [], skipped: [] });
  // Two cores: checks beside the unit tests, then the two hosts beside each other.
  await Promise.all([inTurn(checks), run(unitAndIntegration)]);
  await Promise.all(endToEnd.map(run));
} else {
  count({ passed: 0, failed: ['build'], skipped: [] });
}
rmSync(folder, { recursive: true, force: true });

for (const each of failedOutput) console.log(each);
for (const each of skipped) console.log(`skipped: ${each}`);
const mustRunAll = process.env['EARSHOT_SKIP_NOTHING'] === '1' && skipped.length > 0;
if (mustRunAll) console.log('Nothing may be skipped here (EARSHOT_SKIP_NOTHING), so this run has failed.');
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed, ${String(skipped.length)} skipped`);
process.exit(total.failed > 0 || mustRunAll ? 1 : 0);

async function inTurn(parts: readonly Part[]): Promise<void> {
  for (const part of parts) await run(part);
}

async function run(part: Part): Promise<void> {
  const done = await runQuietly(part.script, part.args, part.env);
  const results = resultsOf(part, done.status);
  const good = done.status === 0 && results.failed.length === 0;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${part.name} (${done.seconds.toFixed(0)} s)`);
  if (!good) {
    // The names first: who reads only the beginning of a long output must find them.
    for (const each of results.failed) console.log(`  ${each}`);
    failedOutput.push(`What ${part.name} printed:\n${done.output}`);
  }
  // A runner that failed outside of any test has failed all the same.
  count(!good && results.failed.length === 0 ? { ...results, failed: [part.name] } : results);
}

function resultsOf(part: Part, status: number): Results {
  if (part.read === null) return status === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [part.name], skipped: [] };
  try {
    return part.read();
  } catch (error) {
    return { passed: 0, failed: [`${part.name}: no results (${error instanceof Error ? error.message : 'unknown'})`], skipped: [] };
  }
}

function count(results: Results): void {
  total.passed += results.passed;
  total.failed += results.failed.length;
  skipped.push(...results.skipped);
}
