import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';

/** Exit status of a command that was not understood. */
export const misunderstood = 2;

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true; allowPositionals: boolean; allowNegative: true }>
>['values'];

/** A command's options; `ends`: there is nothing more to do, as the help was asked for or the arguments are wrong. */
export type CommandLine<Options extends ParseArgsOptionsConfig> =
  | { readonly kind: 'options'; readonly options: Values<Options>; readonly words: readonly string[] }
  | { readonly kind: 'ends'; readonly status: number };

/**
 * Reads what was written after the command's name. `--help` prints the usage; what is wrong is said in a sentence on
 * stderr. `check` says what is wrong with the values and words, if anything. Words that are no option are taken by a command
 * that `takesWords`, and refused by all others.
 */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  check: (values: Values<Options>, words: readonly string[]) => string | undefined = () => undefined,
  takesWords = false,
): CommandLine<Options> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return { kind: 'ends', status: 0 };
  }
  try {
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: takesWords, allowNegative: true });
    const problem = check(values, positionals);
    return problem === undefined ? { kind: 'options', options: values, words: positionals } : wrong(problem);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    // Node's advice on positional arguments is for those who write the command.
    return wrong(error.message.split(/\. (?:To specify|This command)/)[0] ?? '');
  }
}

function wrong(problem: string): { readonly kind: 'ends'; readonly status: number } {
  process.stderr.write(`${problem.replace(/\.?$/, '.')} See --help.\n`);
  return { kind: 'ends', status: misunderstood };
}

const highestPort = 65_535;

/** What is wrong with a port as it was written; undefined: nothing. */
export function portProblem(text: string | undefined): string | undefined {
  if (text === undefined || (/^\d+$/.test(text) && Number(text) <= highestPort)) return undefined;
  return `--port must be a number from 0 to ${String(highestPort)}, not "${text}"`;
}
