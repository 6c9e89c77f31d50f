import type { Figure, Measurement } from './figure.ts';

/** One line of the report, as it is written to JSON. */
export interface ReportRow extends Measurement {
  readonly name: string;
  readonly unit: string;
  readonly goal: string;
}

export function reportRows({ name, unit, goal }: Figure, measured: readonly Measurement[]): ReportRow[] {
  return measured.map((measurement) => ({ name, unit, ...rounded(measurement), goal }));
}

/** The rows as a table for people. */
export function reportTable(rows: readonly ReportRow[]): string {
  const cells = [
    ['name', 'at', 'unit', 'p50 or value', 'p95', 'p99', 'goal', 'met'],
    ...rows.map(({ name, at, unit, p50, p95, p99, value, goal, met }) => [
      name,
      at ?? '',
      unit,
      text(p50 ?? value),
      text(p95),
      text(p99),
      goal,
      met === undefined ? '' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rounded(measurement: Measurement): Measurement {
  const entries = Object.entries(measurement) as [string, unknown][];
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 100) / 100 : value]));
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
