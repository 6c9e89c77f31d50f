import { build, isProductBuilt } from './build.ts';
import { misunderstood, readCommandLine } from './commandLine.ts';
import { findElectron } from './electronBinary.ts';
import { allTestFiles } from './testing/allTestFiles.ts';
import { checks, runnerPart } from './testing/parts.ts';
import { runAll, type Plan } from './testing/runAll.ts';
import { near, select } from './testing/selection.ts';
import { showProgress, type Output } from './testing/showProgress.ts';
import { runners } from './testing/testFiles.ts';

const usage = `npm test                 everything: build, checks, unit, integration and end-to-end tests
npm test -- NAME…        what has this in its name: a part of a file's path or of a test's title, or one of
                         ${checks.map(({ id }) => id).join(', ')}. A file and a title: that title in that file.
npm test -- --unit       all that needs neither a browser nor a desktop
npm test -- --help
`;

process.exit(await main());

async function main(): Promise<number> {
  const line = readCommandLine(usage, { unit: { type: 'boolean', default: false } }, () => undefined, true);
  if (line.kind === 'ends') return line.status;
  const plan = planFor(line.words, line.options.unit);
  if (plan === null) return misunderstood;
  // Fetched where it can be had; where not, the tests that need it are skipped with the reason.
  if (plan.stages.flat().some(({ id }) => id === 'electron')) findElectron(process.env, true);
  return runAll(plan, {
    isBuilt: isProductBuilt,
    build,
    skipNothing: process.env['EARSHOT_SKIP_NOTHING'] === '1',
    showProgress: (text) => showProgress(terminal(), every, text),
  });
}

/** What to run; null where nothing is called so, which is said. */
function planFor(words: readonly string[], unitAlone: boolean): Plan | null {
  if (words.length === 0) {
    // The checks fill the cores by themselves. A test waits most of the time, so that all runners go beside each other.
    const tests = (unitAlone ? (['vitest'] as const) : runners).map((runner) => runnerPart(runner, null));
    return { stages: [checks, tests] };
  }
  const files = allTestFiles().filter(({ runner }) => !unitAlone || runner === 'vitest');
  const checkNames = checks.map(({ id }) => id);
  const notThere = (word: string): string => {
    const others = near(word, checkNames, files).map((name) => `  ${name}\n`);
    return `No test, file or check is called "${word}".${others.length === 0 ? '' : ' Near to it:'}\n${others.join('')}`;
  };
  const selection = select(words, checkNames, files);
  switch (selection.kind) {
    case 'unknown':
      process.stderr.write(notThere(selection.word));
      return null;
    case 'chosen': {
      const chosenChecks = checks.filter(({ id }) => selection.checks.includes(id));
      const chosenTests = runners.flatMap((runner) => {
        const chosen = selection.tests[runner];
        return chosen === undefined ? [] : [runnerPart(runner, chosen)];
      });
      const stages = [...chosenChecks, ...chosenTests].map((part) => [part]);
      return chosenTests.length === 0 ? { stages } : { stages, whenNoneFound: () => notThere(words.at(-1) ?? '') };
    }
  }
}

function terminal(): Output {
  const { stdout } = process;
  return { isTerminal: stdout.isTTY, columns: stdout.columns, write: (text) => void stdout.write(text) };
}

function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => {
    clearInterval(timer);
  };
}
