import type { Finding } from './check.ts';

/** What a finding means, for an administrator. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'unreadable':
      return `${placeOf(finding)}: this line is no entry of an audit trail; it was changed or put in.`;
    case 'changed':
      return `${placeOf(finding)}: entry ${String(finding.seq)} was changed after it was written.`;
    case 'missing':
      return `${placeOf(finding)}: before it ${entriesOf(finding.from, finding.to)} ${finding.atFile ? 'gone, as when a file is removed' : 'gone'}.`;
    case 'outOfPlace':
      return `${placeOf(finding)}: entry ${String(finding.seq)} stands here out of order, or was put in.`;
    case 'doesNotFollow':
      return `${placeOf(finding)}: entry ${String(finding.seq)} was written behind another entry than the one before it, which was changed or replaced.`;
    case 'torn':
      return `${placeOf(finding)}: this line has no end. A crash leaves that while an entry is written; Earshot cuts it off at its next start, and says so.`;
    case 'tamperingFound':
      return `${placeOf(finding)}: Earshot noted here that what it had written up to entry ${String(finding.lastSeq)} was not there any more when it started.`;
    case 'endMissing':
      return `${placeOf(finding)}: Earshot noted here that nothing told any more where the trail ended when it started. Entry ${String(finding.lastSeq)} was the last; whether more had been written, only heads kept elsewhere can show.`;
    case 'cutOff':
      return finding.after === 0
        ? `None of the heads noted elsewhere is in this trail, which go up to entry ${String(finding.to)}: it was written anew, or is another one.`
        : `Entry ${String(finding.after)} is the last of the heads noted elsewhere that is there. They go on to entry ${String(finding.to)}: ${entriesOf(finding.after + 1, finding.to)} missing, cut off or replaced.`;
    case 'endNotKept':
      return `Nothing tells where the trail has to end: what Earshot keeps of its end is missing. Entry ${String(finding.lastSeq)} is the last that is there.`;
    case 'notThere':
      return `Entry ${String(finding.seq)}, which is known from elsewhere, is not in this trail: its end was cut off, or it was written anew.`;
  }
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}, line ${String(line)}`;
}

function entriesOf(from: number, to: number): string {
  return from === to ? `entry ${String(from)} is` : `entries ${String(from)} to ${String(to)} are`;
}
