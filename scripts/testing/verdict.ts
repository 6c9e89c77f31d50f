import type { PartState, Told } from './board.ts';

/** A part that is done: what it told, and what it printed, which matters where it failed without telling why. */
export interface Done {
  readonly name: string;
  readonly state: PartState;
  readonly output: string;
  /** It ended well by itself. */
  readonly good: boolean;
  /** It passes or fails as a whole. */
  readonly whole: boolean;
}

export interface Verdict {
  /** What there is to read of it, before the counts. */
  readonly details: readonly string[];
  /** The last line of all. */
  readonly counts: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What came of everything: failures with their reasons and how to run each alone, then what was skipped. */
export function verdictOf(parts: readonly Done[]): Verdict {
  const failures = parts.flatMap(({ state }) => state.failed);
  const outside = parts.flatMap(failedOutside);
  const skipped = parts.flatMap(({ state }) => state.skipped);
  const passed = parts.reduce((sum, part) => sum + passedIn(part), 0);
  const failed = failures.length + outside.length;
  return {
    details: [...skippedLines(skipped), ...outside, ...failures.map(failureText)],
    counts: `${String(passed)} passed, ${String(failed)} failed, ${String(skipped.length)} skipped`,
    passed,
    failed,
    skipped: skipped.length,
  };
}

function passedIn({ whole, good, state }: Done): number {
  return whole && good ? 1 : state.passed;
}

/** What failed without a test's name. A part that ended badly and told no failure has failed anyway. */
function failedOutside({ name, state, output, good }: Done): string[] {
  if (state.broken.length > 0) return state.broken.map((what) => `FAILED ${name}, outside of its tests:\n${indented(what)}`);
  if (good || state.failed.length > 0) return [];
  return [`FAILED ${name}. It printed:\n${indented(output.trim() === '' ? 'nothing' : output.trimEnd())}`];
}

function failureText({ file, title, why }: Told): string {
  return `FAILED ${file}: ${title}\n${indented(shortened(why))}\n    alone: ${aloneCommand(file, title)}`;
}

/** Characters of a reason that are shown of its beginning and its end: whoever keeps only the end of all that is printed has every reason. */
const shown = { beginning: 1_000, end: 500 };

function shortened(why: string): string {
  const left = why.length - shown.beginning - shown.end;
  if (left <= 0) return why;
  return `${why.slice(0, shown.beginning)}\n… ${String(left)} more characters …\n${why.slice(-shown.end)}`;
}

/** The command that runs one test, for a shell. */
export function aloneCommand(file: string, title: string): string {
  return `npm test -- ${quoted(file)} ${quoted(title)}`;
}

function quoted(word: string): string {
  if (/^[\w./-]+$/.test(word)) return word;
  // What a double-quoted word would have filled in by the shell.
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

/** Each reason once, with the names of those that were skipped for it. */
function skippedLines(skipped: readonly Told[]): string[] {
  const reasons = [...new Set(skipped.map(({ why }) => why))];
  return reasons.flatMap((reason) => {
    const those = skipped.filter(({ why }) => why === reason);
    return [`skipped (${String(those.length)}): ${reason}`, ...those.map(({ file, title }) => `    ${file}: ${title}`)];
  });
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
