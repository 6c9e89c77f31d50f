import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figures } from '../test/bench/figures/index.ts';
import { reportRows, reportTable, type ReportRow } from '../test/bench/report.ts';

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
  const reading = readArguments();
  if ('problem' in reading) {
    process.stderr.write(`${reading.problem}\n`);
    return 2;
  }
  if (reading.help) {
    process.stdout.write(usage);
    return 0;
  }
  const rows: ReportRow[] = [];
  for (const figure of reading.figures) {
    process.stderr.write(`${figure.name} …\n`);
    const measured = await figure.measure({ quick: reading.quick, say: (line) => process.stderr.write(`${line}\n`) });
    rows.push(...reportRows(figure, measured));
    // Written after each figure: a bench that is ended early has not been for nothing.
    if (reading.json !== undefined) writeFileSync(reading.json, `${JSON.stringify(rows, null, 2)}\n`);
  }
  process.stdout.write(`${reportTable(rows)}\n`);
  return 0;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    const unknown = positionals.filter((name) => figures.every((figure) => figure.name !== name));
    if (unknown.length > 0) {
      return { problem: `There is no figure ${unknown.join(', ')}. There are: ${figures.map(({ name }) => name).join(', ')}.` };
    }
    const wanted = positionals.length === 0 ? figures : figures.filter(({ name }) => positionals.includes(name));
    return { figures: wanted, quick: values.quick, json: values.json, help: values.help };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
