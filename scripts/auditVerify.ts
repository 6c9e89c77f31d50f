import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkTrail, type Finding, type KnownEntry, type TrailFile } from '../main/audit/check.ts';
import { inOrder } from '../main/audit/fileNames.ts';
import { findingWords } from '../main/audit/findingWords.ts';
import { compareHeads } from '../main/audit/heads.ts';
import { headsFrom, keptEndBeside, loggedHeadsBeside, type KeptEnd } from './auditEvidence.ts';
import { misunderstood, readCommandLine } from './commandLine.ts';

const usage = `npm run audit:verify -- FOLDER|FILE… [--head SEQ:HASH] [--heads PLACE…]
Follows the chain of an audit trail from its first entry to its last.

  FOLDER            Earshot's folder "audit": what Earshot keeps of its end (in earshot.json) and its log (in logs),
                    which lie beside it, are asked, too
  FILE…             some of its files; what came before the first of them is not asked for
  --head SEQ:HASH   an entry that was noted down elsewhere (a support file names the newest), which must be there:
                    without it nobody can tell whether the end was cut off or all of it was written anew
  --heads PLACE     a file, or a folder of files, with heads that were noted elsewhere: of auditHeadsFolder, or a copy
                    of the log; what is missing after the last one that is there is named. May be given several times
  --help            this text

Exit status 0: it is as it was written. 1: it is not; where, is printed. 2: it could not be read.
`;

process.exitCode = main();

function main(): number {
  const line = readCommandLine(
    usage,
    { head: { type: 'string' }, heads: { type: 'string', multiple: true } },
    ({ head }, words) => {
      if (head !== undefined && knownEntry(head) === null) return '--head is SEQ:HASH, as in 12:0f3a….';
      return words.length === 0 ? 'Name the folder, or the files, of the audit trail.' : undefined;
    },
    true,
  );
  if (line.kind === 'ends') return line.status;
  const asked = { paths: line.words, head: knownEntry(line.options.head), heads: line.options.heads ?? [] };
  const some = asked.paths.every((each) => existsSync(each) && statSync(each).isFile());
  let files: readonly TrailFile[];
  let evidence: Evidence;
  try {
    files = asked.paths.flatMap(trailFiles);
    evidence = evidenceFor(asked, some);
  } catch (error) {
    process.stderr.write(`It could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return misunderstood;
  }
  if (files.length === 0 && evidence.heads.length === 0) {
    process.stderr.write('There is no file of an audit trail (listens-YYYY-MM.jsonl).\n');
    return misunderstood;
  }
  return report(files, evidence, some);
}

/** What is known of the trail from elsewhere. */
interface Evidence {
  readonly head: KnownEntry | null;
  readonly heads: readonly KnownEntry[];
  /** Null: not asked for, as only files were named. */
  readonly kept: KeptEnd | null;
}

function evidenceFor({ paths, head, heads }: Asked, some: boolean): Evidence {
  const [folder] = paths.filter((each) => statSync(each).isDirectory());
  const logged = folder === undefined ? [] : loggedHeadsBeside(folder);
  return { head, heads: [...heads.flatMap(headsFrom), ...logged], kept: some || folder === undefined ? null : keptEndBeside(folder) };
}

interface Asked {
  readonly paths: readonly string[];
  readonly head: KnownEntry | null;
  readonly heads: readonly string[];
}

function knownEntry(text: string | undefined): KnownEntry | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text ?? '') ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

function trailFiles(place: string): readonly TrailFile[] {
  const read = (file: string): TrailFile => {
    if (!statSync(file).isFile()) throw new Error(`${file} is no regular file.`);
    return { name: path.basename(file), text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file)) };
  };
  if (!statSync(place).isDirectory()) return [read(place)];
  return inOrder(readdirSync(place)).map((name) => read(path.join(place, name)));
}

/** `some`: only files were named, so that earlier ones may exist elsewhere. */
function report(files: readonly TrailFile[], evidence: Evidence, some: boolean): number {
  const { head } = evidence;
  const checked = checkTrail(files, head);
  const { entries, removedUpTo } = checked;
  const all = [...checked.findings, ...compareHeads(checked, evidence.heads), ...endOf(evidence, entries)];
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
  process.stdout.write(`${verdict(evidence)}\n`);
  if (last !== undefined) process.stdout.write(`Newest entry: --head ${String(last.seq)}:${last.hash}\n`);
  return 0;
}

/** What the kept end shows; nothing, where only files were named. */
function endOf({ kept }: Evidence, entries: readonly KnownEntry[]): readonly Finding[] {
  const last = entries.at(-1);
  const has = (end: KnownEntry): boolean => entries.some(({ seq, hash }) => seq === end.seq && hash === end.hash);
  switch (kept?.kind) {
    case 'missing':
      return last === undefined ? [] : [{ kind: 'endNotKept', lastSeq: last.seq }];
    case 'kept':
      return has(kept.end) ? [] : [{ kind: 'notThere', seq: kept.end.seq }];
    case 'sealed':
    case undefined:
      return [];
  }
}

function verdict({ head, heads, kept }: Evidence): string {
  if (head !== null || heads.length > 0) return 'It is as it was written, up to the newest entry that was noted down.';
  const end =
    kept?.kind === 'sealed' ? ' What Earshot keeps of its end is encrypted: Earshot itself checks it (Settings, Audit trail).' : '';
  return `Nothing in it was changed.${end} Whether its end was cut off, or all of it was written anew, only --head or --heads can show.`;
}
