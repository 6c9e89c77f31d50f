import type { Log, Logbook, LogFields } from '../../main/ports/log.ts';

/** A log that nobody reads. */
export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  conceal: () => undefined,
  forget: () => undefined,
};

/** A log whose lines a test may look at. */
export function rememberingLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (level: string) => (event: string, fields?: LogFields) => {
    lines.push(JSON.stringify({ level, event, ...fields }));
  };
  return { lines, info: write('info'), warn: write('warn'), error: write('error'), conceal: () => undefined, forget: () => undefined };
}

/** What a log keeps that is in memory only. */
export function memoryLogbook(
  log: { readonly lines: readonly string[] } = { lines: [] },
  bound: Logbook['bound'] = () => undefined,
): Logbook {
  return { bound, tail: (most) => log.lines.slice(-most), redact: (text) => text };
}
