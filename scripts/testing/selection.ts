import Fuse from 'fuse.js';
import { runners, type Runner } from './testFiles.ts';
import { mayHold, readable, type TitleTemplate } from './testTitles.ts';

/** A test file as the selection sees it: its path from the project's folder, and its content, read when it is needed. */
export interface TestFile {
  readonly runner: Runner;
  readonly file: string;
  readonly source: () => string;
  readonly titles: () => readonly TitleTemplate[];
}

/** What a runner is to run: these files, and in them what has one of these words in its full title (none: everything). */
export interface Chosen {
  readonly files: readonly string[];
  readonly titles: readonly string[];
}

export type Selection =
  | { readonly kind: 'chosen'; readonly checks: readonly string[]; readonly tests: Readonly<Partial<Record<Runner, Chosen>>> }
  /** Nothing is called so. */
  | { readonly kind: 'unknown'; readonly word: string };

/**
 * Finds what words mean: a check's name, a part of a test file's path, or else a part of a test's full title, which is
 * looked for in the files that other words name, or in all. Case does not matter. Whether a title is there is known only
 * when it is run: what is filled in then can be guessed at best, and where a file is named nothing is guessed.
 */
export function select(words: readonly string[], checks: readonly string[], files: readonly TestFile[]): Selection {
  const named = words.filter((word) => checks.includes(word));
  const others = words.filter((word) => !checks.includes(word));
  const isPath = (word: string): boolean => files.some(({ file }) => inPath(file, word));
  const paths = others.filter(isPath);
  const titles = others.filter((word) => !isPath(word));
  if (others.length === 0) return { kind: 'chosen', checks: named, tests: {} };
  if (paths.length > 0) {
    const chosen = files.filter(({ file }) => paths.some((word) => inPath(file, word)));
    return { kind: 'chosen', checks: named, tests: byRunner(chosen, titles) };
  }
  const found = titles.map((word) => ({ word, files: holding(files, word) }));
  const missing = found.find((each) => each.files.length === 0);
  if (missing !== undefined) return { kind: 'unknown', word: missing.word };
  const chosen = files.filter((file) => found.some((each) => each.files.includes(file)));
  return { kind: 'chosen', checks: named, tests: byRunner(chosen, titles) };
}

function inPath(file: string, word: string): boolean {
  const wanted = word.replaceAll('\\', '/').replace(/^\.\//, '').toLowerCase();
  return file.toLowerCase().includes(wanted);
}

/** The files that have such a title. To read titles takes a hundred times as long as to look for words: most are found by that. */
function holding(files: readonly TestFile[], word: string): readonly TestFile[] {
  const wanted = word.toLowerCase();
  const plainly = files.filter((file) => file.source().toLowerCase().includes(wanted) && hasTitle(file, word));
  return plainly.length > 0 ? plainly : files.filter((file) => hasTitle(file, word));
}

function hasTitle(file: TestFile, word: string): boolean {
  return file.titles().some((title) => mayHold(title, word));
}

function byRunner(files: readonly TestFile[], titles: readonly string[]): Partial<Record<Runner, Chosen>> {
  const of = (runner: Runner): readonly string[] => files.filter((file) => file.runner === runner).map(({ file }) => file);
  return Object.fromEntries(runners.filter((runner) => of(runner).length > 0).map((runner) => [runner, { files: of(runner), titles }]));
}

/** What there is that is called like it, the nearest first. */
export function near(word: string, checks: readonly string[], files: readonly TestFile[]): string[] {
  const all = new Set([...checks, ...files.map(({ file }) => file), ...files.flatMap(({ titles }) => titles().map(readable))]);
  const fuse = new Fuse([...all], { ignoreLocation: true, threshold: 0.5 });
  return fuse.search(word, { limit: 5 }).map(({ item }) => item);
}
