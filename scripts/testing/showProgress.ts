/** Where lines go: a terminal, whose last line can be written again, or something that keeps every line. */
export interface Output {
  readonly isTerminal: boolean;
  /** Characters in a line. */
  readonly columns: number;
  write(text: string): void;
}

/** Calls back every so many milliseconds until told to stop. */
export type Every = (ms: number, act: () => void) => () => void;

export interface Progress {
  /** A line that stays. */
  print(line: string): void;
  stop(): void;
}

/** Milliseconds: how often it is told where everything stands. */
const onTerminal = 200;
const elsewhere = 15_000;

/** Erases the line and goes to its beginning. */
const anew = '\r\u001b[2K';

/** Shows a line about what is under way: rewritten on a terminal, one every 15 s elsewhere, so that nobody wonders whether it hangs. */
export function showProgress(output: Output, every: Every, line: () => string): Progress {
  const show = (): void => {
    const text = line();
    if (text === '') return;
    output.write(output.isTerminal ? `${anew}${text.slice(0, output.columns - 1)}` : `${text}\n`);
  };
  const stop = every(output.isTerminal ? onTerminal : elsewhere, show);
  const clear = output.isTerminal ? anew : '';
  return {
    print: (text) => output.write(`${clear}${text}\n`),
    stop: () => {
      stop();
      output.write(clear);
    },
  };
}
