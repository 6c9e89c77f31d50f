import { writeFileSync } from 'node:fs';
import { figures } from '../test/bench/figures/index.ts';
import { reportRows, reportTable, type ReportRow } from '../test/bench/report.ts';
import { readCommandLine } from './commandLine.ts';

const usage = `Measures the project's figures: all of them, or those that are named.

  npm run bench -- [NAME…] [--quick] [--json FILE]

  --quick       shorter measurements and soaks, for a first look
  --json FILE   also writes the table there: an array of { name, at, unit, p50, p95, p99 or value, goal, met };
                times in ms, shares and growth in percent
  --help        this text

Figures: ${figures.map(({ name }) => name).join(', ')}
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const line = readCommandLine(
    usage,
    { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
    (_, words) => unknownFigures(words),
    true,
  );
  if (line.kind === 'ends') return line.status;
  const { quick, json } = line.options;
  const wanted = line.words.length === 0 ? figures : figures.filter(({ name }) => line.words.includes(name));
  const rows: ReportRow[] = [];
  for (const figure of wanted) {
    process.stderr.write(`${figure.name} …\n`);
    const measured = await figure.measure({ quick, say: (line) => process.stderr.write(`${line}\n`) });
    rows.push(...reportRows(figure, measured));
    // Written after each figure: a bench that is ended early has not been for nothing.
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  }
  process.stdout.write(`${reportTable(rows)}\n`);
  return 0;
}

function unknownFigures(words: readonly string[]): string | undefined {
  const unknown = words.filter((name) => figures.every((figure) => figure.name !== name));
  return unknown.length === 0
    ? undefined
    : `There is no figure ${unknown.join(', ')}. There are: ${figures.map(({ name }) => name).join(', ')}.`;
}
