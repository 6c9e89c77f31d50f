import setUpPrograms from '../../test/support/bundled/setup.ts';
import { misunderstood } from '../commandLine.ts';
import { runQuietly } from '../processes.ts';
import { hear, nothingYet, progressLine, type PartState } from './board.ts';
import { readNews } from './news.ts';
import type { Part } from './parts.ts';
import { showProgress, type Output, type Progress } from './showProgress.ts';
import { verdictOf, type Done } from './verdict.ts';

/** What to run: stages in turn, the parts of each beside each other. */
export interface Plan {
  readonly stages: readonly (readonly Part[])[];
  /** What is said when no test was run though some were asked for. */
  readonly whenNoneFound?: () => string;
}

export interface Surroundings {
  readonly isBuilt: () => boolean;
  readonly build: (print: (line: string) => void) => Promise<boolean>;
  /** Whether a skipped test fails the run. */
  readonly skipNothing: boolean;
}

/** Builds what changed, runs the plan, and tells how it goes and what came of it. Answers the exit status. */
export async function runAll({ stages, whenNoneFound }: Plan, { isBuilt, build, skipNothing }: Surroundings): Promise<number> {
  /** By the names of parts. */
  const underWay = new Map<string, PartState>();
  const line = (): string =>
    progressLine(
      [...underWay].map(([name, state]) => ({ name, state })),
      performance.now(),
    );
  const progress = showProgress(terminal(), every, line);
  const shown = async (name: string, carryOut: () => Promise<Done>): Promise<Done> => {
    underWay.set(name, nothingYet);
    return carryOut().finally(() => underWay.delete(name));
  };
  const carryOut = (part: Part): Promise<Done> => shown(part.id, () => run(part, progress, (state) => underWay.set(part.id, state)));
  const needsBuild = stages.flat().some(({ tells }) => tells);
  const built = needsBuild ? [await shown('build', () => buildPart(isBuilt, build, progress))] : [];
  const done = built.every(({ good }) => good) ? await inTurn(stages, carryOut) : [];
  progress.stop();

  const verdict = verdictOf([...built, ...done]);
  for (const text of verdict.details) console.log(text);
  const foundNone =
    whenNoneFound !== undefined && verdict.failed === 0 && done.every(({ state }) => state.passed + state.skipped.length === 0);
  if (foundNone) process.stderr.write(whenNoneFound());
  const mustNotSkip = skipNothing && verdict.skipped > 0;
  if (mustNotSkip) console.log('Nothing may be skipped here (EARSHOT_SKIP_NOTHING), so this run has failed.');
  console.log(verdict.counts);
  return foundNone ? misunderstood : verdict.failed > 0 || mustNotSkip ? 1 : 0;
}

async function buildPart(isBuilt: Surroundings['isBuilt'], build: Surroundings['build'], progress: Progress): Promise<Done> {
  const printed: string[] = [];
  const began = performance.now();
  const [good] = await Promise.all([isBuilt() || build((text) => printed.push(text)), setUpPrograms()]);
  process.env['EARSHOT_TEST_PROGRAMS'] = 'built';
  progress.print(outcomeLine(good, 'build', performance.now() - began));
  return { name: 'build', state: nothingYet, output: printed.join('\n'), good, whole: true };
}

async function inTurn(stages: Plan['stages'], carryOut: (part: Part) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (const stage of stages) done.push(...(await Promise.all(stage.map(carryOut))));
  return done;
}

async function run({ name, script, args, tells }: Part, progress: Progress, tell: (state: PartState) => void): Promise<Done> {
  let state = nothingYet;
  const listen = (message: unknown): void => {
    state = hear(state, readNews(message), performance.now());
    tell(state);
  };
  const { status, output, seconds } = await runQuietly(script, args, {}, tells ? listen : undefined);
  const good = status === 0 && (!tells || state.finished) && state.failed.length + state.broken.length === 0;
  progress.print(outcomeLine(good, name, seconds * 1000));
  for (const { file, title } of state.failed) progress.print(`    ${file}: ${title}`);
  return { name, state, output, good, whole: !tells };
}

function outcomeLine(good: boolean, name: string, ms: number): string {
  return `${good ? 'ok    ' : 'FAILED'} ${name} (${(ms / 1000).toFixed(0)} s)`;
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
