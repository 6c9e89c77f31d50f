import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkTrail, type KnownEntry, type TrailFile } from '../main/audit/check.ts';
import { inOrder } from '../main/audit/fileNames.ts';
import { findingWords } from '../main/audit/findingWords.ts';
import { misunderstood } from './commandLine.ts';

const usage = `npm run audit:verify -- FOLDER|FILE… [--head SEQ:HASH]
Follows the chain of an audit trail from its first entry to its last.

  FOLDER            Earshot's folder "audit", or a copy of it
  FILE…             some of its files; what came before the first of them is not asked for
  --head SEQ:HASH   an entry that was noted down elsewhere (a support file names the newest), which must be there:
                    without it nobody can tell whether the end was cut off or all of it was written anew
  --help            this text

Exit status 0: it is as it was written. 1: it is not; where, is printed. 2: it could not be read.
`;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const wish = readArguments(args);
  if (typeof wish === 'string') {
    process.stderr.write(`${wish} See --help.\n`);
    return misunderstood;
  }
  if (wish.help) {
    process.stdout.write(usage);
    return 0;
  }
  let files: readonly TrailFile[];
  try {
    files = wish.paths.flatMap(trailFiles);
  } catch (error) {
    process.stderr.write(`It could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return misunderstood;
  }
  if (files.length === 0) {
    process.stderr.write('There is no file of an audit trail (listens-YYYY-MM.jsonl).\n');
    return misunderstood;
  }
  return report(
    files,
    wish.head,
    wish.paths.every((each) => statSync(each).isFile()),
  );
}

interface Wish {
  readonly paths: readonly string[];
  readonly head: KnownEntry | null;
  readonly help: boolean;
}

function readArguments(args: readonly string[]): Wish | string {
  try {
    const options = { head: { type: 'string' }, help: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.head ?? '') ?? [];
    if (values.head !== undefined && (seq === undefined || hash === undefined)) return '--head is SEQ:HASH, as in 12:0f3a….';
    if (positionals.length === 0 && !values.help) return 'Name the folder, or the files, of the audit trail.';
    const head = seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
    return { paths: positionals, head, help: values.help };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function trailFiles(place: string): readonly TrailFile[] {
  const read = (file: string): TrailFile => ({
    name: path.basename(file),
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file)),
  });
  if (!statSync(place).isDirectory()) return [read(place)];
  return inOrder(readdirSync(place)).map((name) => read(path.join(place, name)));
}

/** `some`: only files were named, so that earlier ones may exist elsewhere. */
function report(files: readonly TrailFile[], head: KnownEntry | null, some: boolean): number {
  const { entries, findings: all, removedUpTo } = checkTrail(files, head);
  const first = entries[0];
  const isBefore = (finding: (typeof all)[number]): boolean =>
    finding.kind === 'missing' && finding.from === 1 && finding.to === (first?.seq ?? 1) - 1;
  const findings = some ? all.filter((finding) => !isBefore(finding)) : all;
  for (const finding of findings) process.stdout.write(`${findingWords(finding)}\n`);
  const last = entries.at(-1);
  const listens = entries.filter(({ kind }) => kind === 'listenStarted').length;
  const span =
    first === undefined || last === undefined ? '' : `, entries ${String(first.seq)} to ${String(last.seq)}, ${first.time} to ${last.time}`;
  process.stdout.write(
    `${String(files.length)} ${files.length === 1 ? 'file' : 'files'}, ${String(listens)} ${listens === 1 ? 'listen' : 'listens'}${span}\n`,
  );
  if (removedUpTo > 0) process.stdout.write(`Entries 1 to ${String(removedUpTo)} were removed by policy, as the trail itself says.\n`);
  if (some && first !== undefined && first.seq > 1 && removedUpTo === 0) {
    process.stdout.write(`Entries 1 to ${String(first.seq - 1)} are not in these files, and were not checked.\n`);
  }
  if (findings.length > 0) {
    process.stdout.write(`${findings.length === 1 ? '1 place is' : `${String(findings.length)} places are`} not as written.\n`);
    return 1;
  }
  process.stdout.write(
    head === null
      ? 'Nothing in it was changed. Whether its end was cut off, or all of it was written anew, only --head can show.\n'
      : 'It is as it was written, up to the entry that was noted down.\n',
  );
  if (last !== undefined) process.stdout.write(`Newest entry: --head ${String(last.seq)}:${last.hash}\n`);
  return 0;
}
