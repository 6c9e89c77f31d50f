import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkTrail, type KnownEntry } from './check.ts';
import type { WaitingEntry } from './entry.ts';
import { auditFolder } from './files.ts';
import { createTrail, type AuditTrail } from './trail.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { rememberingLog } from '../../test/support/silentLog.ts';
import { began, filesIn, firstDay, memoryFiles, stopped, trailOf, type MemoryFiles } from '../../test/support/trails.ts';
import { expectMode } from '../../test/support/ownersAlone.ts';

const day = 24 * 60 * 60 * 1_000;

function stage(
  files: MemoryFiles = memoryFiles(),
  more: {
    readonly days?: number;
    readonly known?: KnownEntry | null;
    readonly now?: number;
    readonly agreed?: () => number | null;
    readonly persisted?: readonly WaitingEntry[];
  } = {},
) {
  const clock = createHandClock(more.now ?? firstDay);
  const log = rememberingLog();
  // Of files that are there already somebody kept the end, unless a test says otherwise.
  let known = more.known === undefined ? endOf(files) : more.known;
  let persisted = more.persisted ?? [];
  const heads: KnownEntry[] = [];
  const said: string[] = [];
  const trail: AuditTrail = createTrail({
    files,
    clock,
    log,
    known: { read: () => known, keep: (end) => (known = end) },
    backlog: { read: () => persisted, keep: (waiting) => (persisted = waiting) },
    onEntry: () => undefined,
    onHead: (head) => heads.push(head),
    retention: () => more.days ?? 0,
    date: () => (more.agreed === undefined ? clock.wall() : more.agreed()),
    onWritable: (writable) => said.push(writable ? 'writable' : 'not writable'),
    onTampering: () => said.push('tampering'),
  });
  const check = () => checkTrail(filesIn(files), known);
  return { trail, files, clock, log, said, check, known: () => known, persisted: () => persisted, heads };
}

function endOf(files: MemoryFiles): KnownEntry | null {
  const last = checkTrail(filesIn(files)).entries.at(-1);
  return last === undefined ? null : { seq: last.seq, hash: last.hash };
}

const kinds = (check: ReturnType<ReturnType<typeof stage>['check']>): string[] => check.entries.map(({ kind }) => kind);

describe('writing', () => {
  test('beginnings and ends come into the month’s file, in order, each linked to the last', async () => {
    const { trail, files, clock, check } = stage();
    trail.record(began);
    await clock.advance(3 * day);
    trail.record(stopped);
    await trail.settled();
    expect([...files.content.keys()]).toEqual(['listens-2026-10.jsonl', 'listens-2026-11.jsonl']);
    expect(check().findings).toEqual([]);
    expect(check().entries).toMatchObject([{ seq: 1 }, { seq: 2, listen: 1, time: '2026-11-02T00:00:00.000Z' }]);
  });

  test('is waited for, and no longer than was said where the disk hangs', async () => {
    const hanging = stage({ ...memoryFiles(), append: () => new Promise(() => undefined) });
    const order: string[] = [];
    hanging.trail.record(began);
    void hanging.trail.written(500).then((isWritten) => order.push(isWritten ? 'written' : 'given up'));
    await hanging.clock.advance(499);
    expect(order).toEqual([]);
    await hanging.clock.advance(1);
    expect(order).toEqual(['given up']);
    const { trail, check } = stage();
    trail.record(began);
    expect(await trail.written(500)).toBe(true);
    expect(check().entries).toMatchObject([{ kind: 'listenStarted' }]);
  });

  test('goes on where an earlier run ended', async () => {
    const { trail, check } = stage(memoryFiles(trailOf(6).files), { now: firstDay + 30 * day });
    trail.record(began);
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries.at(-1)).toMatchObject({ seq: 13 });
  });

  test('a clock that was set back writes into no earlier file', async () => {
    const { trail, files, check } = stage(memoryFiles(trailOf(6).files), { now: firstDay - 90 * day });
    trail.record(began);
    await trail.settled();
    expect([...files.content.keys()]).toHaveLength(2);
    expect(check().findings).toEqual([]);
  });

  test('a folder of one’s own is made, for its owner alone', async () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'earshot-audit-'));
    const folder = path.join(parent, 'audit');
    const clock = createHandClock(firstDay);
    const known = { read: () => null, keep: () => undefined };
    const backlog = { read: () => [], keep: () => undefined };
    const nothing = {
      retention: () => 0,
      date: () => null,
      onWritable: () => undefined,
      onTampering: () => undefined,
      onEntry: () => undefined,
      onHead: () => undefined,
      backlog,
    };
    const trail = createTrail({ files: auditFolder(folder), clock, log: rememberingLog(), known, ...nothing });
    trail.record(began);
    await trail.settled();
    const file = path.join(folder, 'listens-2026-10.jsonl');
    expectMode(folder, 0o700);
    expectMode(file, 0o600);
    expect(checkTrail([{ name: 'listens-2026-10.jsonl', text: readFileSync(file, 'utf8') }]).entries).toHaveLength(1);
    rmSync(parent, { recursive: true });
  });
});

describe('a disk that fails', () => {
  test.each(['failing', 'torn', 'unsure'] as const)('(%s) is told of, and loses nothing when it is well again', async (disk) => {
    const { trail, files, clock, said, check } = stage();
    trail.record(began);
    await trail.settled();
    files.disk = disk;
    trail.record(stopped);
    await trail.settled();
    expect(said).toEqual(['not writable']);
    files.disk = 'good';
    await clock.advance(30_000);
    await trail.settled();
    expect(said).toEqual(['not writable', 'writable']);
    expect(check().findings).toEqual([]);
    expect(kinds(check()).filter((kind) => kind !== 'tornLineCut')).toEqual(['listenStarted', 'listenEnded']);
    // The time is that of the listen, not of the disk.
    expect(check().entries.at(-1)).toMatchObject({ time: '2026-10-30T00:00:00.000Z', listen: 1 });
  });

  test('does not close a listen that goes on in this run', async () => {
    const { trail, files, clock, check } = stage();
    trail.record(began);
    await trail.settled();
    files.disk = 'failing';
    trail.open();
    trail.record({ kind: 'tornLineCut', file: 'x', bytes: 1 });
    await trail.settled();
    files.disk = 'good';
    await clock.advance(30_000);
    await trail.settled();
    expect(kinds(check())).toEqual(['listenStarted', 'tornLineCut']);
  });
});

describe('after a crash', () => {
  test('a torn line is cut off, and that is written down', async () => {
    const [october, november = { name: '', text: '' }] = trailOf(6).files;
    const files = memoryFiles([october ?? november, { ...november, text: `${november.text}{"agent":"20` }]);
    const { trail, check } = stage(files, { now: firstDay + 30 * day });
    trail.open();
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries.at(-1)).toMatchObject({ kind: 'tornLineCut', file: november.name, bytes: 12 });
  });

  test('an entry that lacks only its line feed is kept', async () => {
    const [october, november = { name: '', text: '' }] = trailOf(6).files;
    const files = memoryFiles([october ?? november, { ...november, text: november.text.trimEnd() }]);
    const { trail, check } = stage(files);
    trail.open();
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries).toHaveLength(12);
  });

  test('a listen that was under way is closed as unknown', async () => {
    const first = stage();
    first.trail.record(began);
    await first.trail.settled();
    const { trail, check } = stage(first.files, { now: firstDay + day });
    trail.record(began);
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries).toMatchObject([
      { kind: 'listenStarted' },
      { kind: 'listenEnded', listen: 1, outcome: 'unknown', heardFor: null },
      { kind: 'listenStarted' },
    ]);
  });

  test('one whose beginning only waited to be written is closed as unknown, too, before the next begins', async () => {
    const { trail, check } = stage(memoryFiles(), { persisted: [{ body: began, time: firstDay }], now: firstDay + day });
    trail.record(began);
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries).toMatchObject([
      { kind: 'listenStarted', time: new Date(firstDay).toISOString() },
      { kind: 'listenEnded', listen: 1, outcome: 'unknown', heardFor: null, time: new Date(firstDay + day).toISOString() },
      { kind: 'listenStarted' },
    ]);
  });

  test('one whose end waited to be written has that end, and no other', async () => {
    const first = stage();
    first.trail.record(began);
    await first.trail.settled();
    const persisted = [{ body: stopped, time: firstDay + 1_000 }];
    const { trail, check } = stage(first.files, { persisted, now: firstDay + day });
    trail.record(began);
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries).toMatchObject([
      { kind: 'listenStarted' },
      { kind: 'listenEnded', listen: 1, outcome: 'stopped' },
      { kind: 'listenStarted' },
    ]);
  });

  test('one that is closed by a later run is closed once, though the disk fails meanwhile', async () => {
    const first = stage();
    first.trail.record(began);
    await first.trail.settled();
    const { trail, files, clock, check } = stage(first.files, {
      persisted: [
        { body: stopped, time: firstDay + 1_000 },
        { body: began, time: firstDay + 2_000 },
      ],
    });
    files.disk = 'unsure';
    trail.open();
    await trail.settled();
    trail.record(began);
    files.disk = 'good';
    await clock.advance(30_000);
    await trail.settled();
    expect(check().findings).toEqual([]);
    expect(check().entries).toMatchObject([
      { kind: 'listenStarted' },
      { kind: 'listenEnded', outcome: 'stopped' },
      { kind: 'listenStarted' },
      { kind: 'listenEnded', outcome: 'unknown' },
      { kind: 'listenStarted' },
    ]);
  });

  test('one that was ended is not', async () => {
    const { trail, check } = stage(memoryFiles(trailOf(3).files));
    trail.open();
    await trail.settled();
    expect(check().entries).toHaveLength(6);
  });
});

describe('somebody who cut the end off', () => {
  test('is noticed by the entry that is kept elsewhere: said, written down, and the gap stays in the chain', async () => {
    const { files, end } = trailOf(6);
    const cut = files.map(({ name, text }, at) => ({ name, text: at === 0 ? text : `${text.split('\n').slice(0, 5).join('\n')}\n` }));
    const { trail, said, check } = stage(memoryFiles(cut), { known: end, now: firstDay + 30 * day });
    trail.record(began);
    await trail.settled();
    expect(said).toEqual(['tampering']);
    expect(check().findings.map(({ kind }) => kind)).toEqual(['tamperingFound', 'missing']);
    expect(check().findings).toContainEqual({ kind: 'missing', from: 10, to: 12, atFile: false, file: 'listens-2026-11.jsonl', line: 6 });
  });

  test('or who removed all of it, likewise', async () => {
    const { trail, said, check } = stage(memoryFiles(), { known: { seq: 12, hash: 'a'.repeat(64) } });
    trail.open();
    await trail.settled();
    expect(said).toEqual(['tampering']);
    expect(check().entries).toMatchObject([{ kind: 'tamperingFound', seq: 13 }]);
    expect(check().findings).toContainEqual({ kind: 'missing', from: 1, to: 12, atFile: true, file: 'listens-2026-10.jsonl', line: 1 });
  });

  test('a crash between the entry and what is kept of it is none', async () => {
    const { files } = trailOf(6);
    const { entries } = checkTrail(files);
    const before = entries.at(-2);
    const { trail, said } = stage(memoryFiles(files), { known: { seq: before?.seq ?? 0, hash: before?.hash ?? '' } });
    trail.open();
    await trail.settled();
    expect(said).toEqual([]);
  });

  test('nor are two crashes in a row, each before anything was kept of what it wrote', async () => {
    const first = stage();
    first.trail.record(began);
    await first.trail.settled();
    const files = memoryFiles(filesIn(first.files));
    const crashed = stage({ ...files, append: () => new Promise(() => undefined) }, { known: null });
    crashed.trail.open();
    await expect.poll(crashed.known).toMatchObject({ seq: 1 });
    // The second one's entry was written.
    const second = stage(memoryFiles(filesIn(first.files)), { known: null });
    second.trail.open();
    await second.trail.settled();
    const third = stage(second.files, { known: crashed.known() });
    third.trail.open();
    await third.trail.settled();
    expect(third.check().findings).toEqual([]);
    expect(kinds(third.check())).toEqual(['listenStarted', 'listenEnded']);
  });
});

describe('what is older than the policy allows', () => {
  const long = trailOf(60, 24);

  test('goes as whole files; that is written down, and the chain stays whole', async () => {
    const { trail, files, check } = stage(memoryFiles(long.files), { days: 40, now: Date.UTC(2027, 1, 12) });
    trail.open();
    await trail.settled();
    expect([...files.content.keys()].sort()).toEqual(['listens-2027-01.jsonl', 'listens-2027-02.jsonl']);
    const { entries, findings, removedUpTo } = check();
    expect(findings).toEqual([]);
    expect(removedUpTo).toBe(63);
    expect(entries.at(-1)).toMatchObject({
      kind: 'filesRemoved',
      files: ['listens-2026-10.jsonl', 'listens-2026-11.jsonl', 'listens-2026-12.jsonl'],
      days: 40,
    });
  });

  test('stays where nothing is to go', async () => {
    const { trail, files } = stage(memoryFiles(long.files), { days: 0, now: Date.UTC(2099, 1, 12) });
    trail.open();
    await trail.settled();
    expect(files.content.size).toBe(5);
  });

  test.each([0, 365 * day])('stays while no gateway bears the date out, were it %d ms ahead', async (ahead) => {
    const { trail, files, clock } = stage(memoryFiles(long.files), {
      days: 40,
      now: Date.UTC(2026, 11, 30) + 180 * day,
      agreed: () => null,
    });
    clock.setDate(ahead);
    trail.open();
    trail.record(began);
    await trail.settled();
    expect([...files.content.keys()]).toEqual(expect.arrayContaining(long.files.map(({ name }) => name)));
  });

  test('goes as soon as one does', async () => {
    const agreed: { date: number | null } = { date: null };
    const { trail, files } = stage(memoryFiles(long.files), { days: 40, now: Date.UTC(2027, 1, 12), agreed: () => agreed.date });
    trail.open();
    await trail.settled();
    expect(files.content.size).toBe(5);
    agreed.date = Date.UTC(2027, 1, 12);
    trail.open();
    await trail.settled();
    expect([...files.content.keys()].sort()).toEqual(['listens-2027-01.jsonl', 'listens-2027-02.jsonl']);
  });

  test('is told by the files’ names, of which a date that was set for a while makes none', async () => {
    const agreed = { date: true };
    const now = Date.UTC(2026, 11, 20);
    const { trail, files, clock, check } = stage(memoryFiles(), { days: 40, now, agreed: () => (agreed.date ? clock.wall() : null) });
    const record = async (body: typeof began | typeof stopped): Promise<void> => {
      trail.record(body);
      await trail.settled();
    };
    await record(began);
    clock.setDate(365 * day);
    agreed.date = false;
    await record(stopped);
    clock.setDate(-365 * day);
    agreed.date = true;
    await clock.advance(20 * day);
    await record(began);
    expect([...files.content.keys()]).toEqual(['listens-2026-12.jsonl', 'listens-2027-01.jsonl']);
    await clock.advance(40 * day);
    await record(stopped);
    expect([...files.content.keys()]).toEqual(['listens-2027-01.jsonl', 'listens-2027-02.jsonl']);
    expect(check().findings).toEqual([]);
  });

  test('goes with the turn of a month, too, though Earshot was not started anew', async () => {
    const { trail, files, clock, check } = stage(memoryFiles(long.files), { days: 40, now: Date.UTC(2026, 11, 1) });
    trail.open();
    await trail.settled();
    expect(files.content.size).toBe(5);
    await clock.advance(100 * day);
    trail.record(began);
    await trail.settled();
    expect([...files.content.keys()]).toEqual(['listens-2027-01.jsonl', 'listens-2027-02.jsonl', 'listens-2027-03.jsonl']);
    expect(check().findings).toEqual([]);
  });
});

describe('what cannot be written', () => {
  test('is kept elsewhere at once, and written by the next run with its own time, then kept no more', async () => {
    const first = stage();
    first.files.disk = 'failing';
    first.trail.record(began);
    await first.trail.settled();
    expect(first.persisted()).toEqual([{ body: began, time: firstDay }]);
    const next = stage(memoryFiles(), { persisted: first.persisted(), now: firstDay + day });
    next.trail.open();
    await next.trail.settled();
    expect(next.check().entries).toMatchObject([
      { kind: 'listenStarted', time: new Date(firstDay).toISOString() },
      { kind: 'listenEnded', outcome: 'unknown' },
    ]);
    expect(next.check().findings).toEqual([]);
    expect(next.persisted()).toEqual([]);
  });

  test('is kept elsewhere when the disk hangs, too, once it was waited for long enough', async () => {
    const { trail, clock, persisted } = stage({ ...memoryFiles(), append: () => new Promise(() => undefined) });
    trail.record(began);
    void trail.written(500);
    await clock.advance(500);
    expect(persisted()).toHaveLength(1);
  });

  test('is kept elsewhere no longer than until it is written, though the next one hangs again', async () => {
    const memory = memoryFiles();
    const hanging: (() => void)[] = [];
    const slow = {
      ...memory,
      append: (name: string, text: string) => new Promise<void>((resolve) => hanging.push(resolve)).then(() => memory.append(name, text)),
    };
    const { trail, clock, persisted } = stage(slow);
    trail.record(began);
    void trail.written(500);
    await clock.advance(500);
    trail.record(stopped);
    hanging.shift()?.();
    await vi.waitFor(() => {
      expect(hanging).toHaveLength(1);
    });
    expect(persisted()).toMatchObject([{ body: stopped }]);
  });

  test('is told before a listen, which may then wait for its record; what waits is tried again', async () => {
    const { trail, files, check } = stage();
    files.disk = 'failing';
    expect(trail.ready()).toBe(false);
    trail.record(began);
    await trail.settled();
    expect(trail.ready()).toBe(false);
    await trail.settled();
    files.disk = 'good';
    expect(trail.ready()).toBe(false);
    await trail.settled();
    expect(trail.ready()).toBe(true);
    expect(check().entries).toHaveLength(1);
  });
});

describe('the end of the chain', () => {
  test('is told with each entry', async () => {
    const { trail, heads, known } = stage();
    trail.record(began);
    trail.record(stopped);
    await trail.settled();
    expect(heads.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(heads.at(-1)).toEqual(known());
  });

  test('that nobody kept is noted at the next start, with the entry that was the last', async () => {
    const { trail, check } = stage(memoryFiles(trailOf(2).files), { known: null });
    trail.open();
    await trail.settled();
    expect(check().entries.at(-1)).toMatchObject({ kind: 'endMissing', lastSeq: 4 });
    expect(check().findings).toMatchObject([{ kind: 'endMissing', lastSeq: 4 }]);
  });
});
