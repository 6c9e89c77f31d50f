import type { TriedRow } from './tryRows.ts';

const words = { holds: 'holds', fails: 'FAILS', notTried: 'not tried' } as const;

/** One line for a row: verdict, section, mark, statement, and why when it does not hold. */
export function rowLine({ row, verdict }: TriedRow): string {
  const why = verdict.kind === 'holds' ? '' : `: ${verdict.why}`;
  return `${words[verdict.kind].padEnd(9)}  ${row.section.padEnd(4)} ${row.mark}  ${row.statement}${why}`;
}

/** The last line. */
export function summary(tried: readonly TriedRow[]): string {
  const count = (kind: keyof typeof words): string => String(tried.filter(({ verdict }) => verdict.kind === kind).length);
  return `${count('holds')} hold, ${count('fails')} fail, ${count('notTried')} not tried`;
}
