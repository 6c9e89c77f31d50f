import path from 'node:path';
import { inProject, root } from '../project.ts';
import { literally, titlePattern } from './pattern.ts';
import type { Chosen } from './selection.ts';
import type { Runner } from './testFiles.ts';

/** One part of the tests: a program, and whether it tells what it does (else it passes or fails as a whole). */
export interface Part {
  /** Its name on the command line and in progress. */
  readonly id: string;
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly tells: boolean;
}

const packageFile = (...parts: readonly string[]): string => inProject('node_modules', ...parts);

// The native compiler; `typescript` itself is the last one with an interface for dependency-cruiser and the tests.
const compiler = packageFile('typescript-native', 'bin', 'tsc');
// Several checkers work out the same types several times over.
const oneChecker = ['--checkers', '1'];

/** What is checked without running anything of the project. */
export const checks: readonly Part[] = [
  {
    id: 'types',
    name: 'types of main, contract, preload, simulator, scripts and tests',
    script: compiler,
    args: ['-p', root, ...oneChecker],
    tells: false,
  },
  {
    id: 'types-renderer',
    name: 'types of the renderer',
    script: compiler,
    args: ['-p', inProject('renderer'), ...oneChecker],
    tells: false,
  },
  { id: 'lint', name: 'lint', script: packageFile('oxlint', 'bin', 'oxlint'), args: ['.', '--max-warnings', '0'], tells: false },
  { id: 'format', name: 'format', script: packageFile('oxfmt', 'bin', 'oxfmt'), args: ['--check', '.'], tells: false },
  {
    id: 'map',
    name: 'dependency rules of the map',
    script: packageFile('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    args: ['--config', '.dependency-cruiser.cjs', 'main', 'contract', 'renderer', 'preload', 'simulator', 'scripts'],
    tells: false,
  },
];

const names: Record<Runner, string> = {
  vitest: 'unit and integration tests',
  web: 'end-to-end tests, web',
  electron: 'end-to-end tests, electron',
};

/** A runner's part; null: all of its tests. */
export function runnerPart(runner: Runner, chosen: Chosen | null): Part {
  return { id: runner === 'vitest' ? 'unit' : runner, name: names[runner], tells: true, ...program(runner, chosen) };
}

function program(runner: Runner, chosen: Chosen | null): Pick<Part, 'script' | 'args'> {
  const files = chosen?.files ?? [];
  const titles = titlePattern(chosen?.titles ?? []);
  switch (runner) {
    case 'vitest':
      return {
        script: packageFile('vitest', 'vitest.mjs'),
        args: [
          'run',
          ...files,
          `--reporter=${inProject('scripts', 'testing', 'vitestReporter.ts')}`,
          ...(titles === undefined ? [] : ['--testNamePattern', titles, '--passWithNoTests']),
        ],
      };
    case 'web':
    case 'electron':
      return {
        script: packageFile('@playwright', 'test', 'cli.js'),
        args: [
          'test',
          ...files.map((file) => `${literally(file)}$`),
          '--project',
          runner,
          `--reporter=${inProject('scripts', 'testing', 'playwrightReporter.ts')}`,
          '--output',
          path.join('test-results', runner),
          ...(titles === undefined ? [] : ['--grep', titles, '--pass-with-no-tests']),
        ],
      };
  }
}
