import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  type PathLike,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { openLogFile, type LogFile } from './logFile.ts';
import { expectMode } from '../../test/support/ownersAlone.ts';

let folder: string;
let opened: { close(): void }[];
const file = (): string => path.join(folder, 'earshot.log');
const lost = (lines: number): string => `lost ${String(lines)}\n`;
const names = (): string[] => readdirSync(folder).sort();
const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
/** Ten bytes. */
const line = (at: number): string => `line ${String(at).padStart(4, '0')}\n`;

/** Closed when the test ends: Windows deletes no open file. */
function keep<Opened extends { close(): void }>(log: Opened): Opened {
  opened.push(log);
  return log;
}
const open = (): LogFile => keep(openLogFile(file(), lost));

beforeEach(() => {
  opened = [];
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-logfile-'));
});
afterEach(() => {
  for (const each of opened) each.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a log that grows', () => {
  test('goes on in a new file when the present one is full, and keeps as many as it may', () => {
    const log = open();
    log.bound({ size: 30, files: 3 });
    for (let at = 0; at < 100; at += 1) log.write(line(at));
    expect(names()).toEqual(['earshot.1.log', 'earshot.2.log', 'earshot.log']);
    expect(text('earshot.log')).toBe(line(99));
    expect(text('earshot.1.log')).toBe(line(96) + line(97) + line(98));
    expectMode(file(), 0o600);
  });

  test('goes on in the file of an earlier run, and counts what is in it', () => {
    writeFileSync(file(), line(0) + line(1));
    const log = open();
    log.bound({ size: 30, files: 2 });
    log.write(line(2));
    log.write(line(3));
    expect(text('earshot.1.log')).toBe(line(0) + line(1) + line(2));
    expect(text('earshot.log')).toBe(line(3));
  });

  test('with one file only begins it anew', () => {
    const log = open();
    log.bound({ size: 30, files: 1 });
    for (let at = 0; at < 4; at += 1) log.write(line(at));
    expect(names()).toEqual(['earshot.log']);
    expect(text('earshot.log')).toBe(line(3));
  });

  test('removes at once what is too many when fewer may be kept', () => {
    const log = open();
    log.bound({ size: 10, files: 5 });
    for (let at = 0; at < 5; at += 1) log.write(line(at));
    log.bound({ size: 10, files: 2 });
    expect(names()).toEqual(['earshot.1.log', 'earshot.log']);
  });

  test('tells its newest lines through all files, oldest first', () => {
    const log = open();
    log.bound({ size: 30, files: 3 });
    for (let at = 0; at < 20; at += 1) log.write(line(at));
    expect(log.tail(4)).toEqual([16, 17, 18, 19].map((at) => line(at).trim()));
    expect(log.tail(1_000)).toHaveLength(8);
  });
});

test('a line that a killed run left without its end swallows no other', () => {
  writeFileSync(file(), `${line(0)}{"level":30,"ev`);
  const log = open();
  log.write(line(1));
  log.write(line(2));
  expect(text('earshot.log')).toBe(`${line(0)}{"level":30,"ev\n${line(1)}${line(2)}`);
});

test('nothing turns over, and nothing goes, before the settings have said how much may stay', () => {
  for (let at = 1; at < 9; at += 1) writeFileSync(path.join(folder, `earshot.${String(at)}.log`), line(at));
  writeFileSync(file(), 'x'.repeat(6 * 1024 * 1024));
  const log = open();
  log.write(line(0));
  expect(names()).toHaveLength(9);
  expect(text('earshot.1.log')).toBe(line(1));
});

test('older files go that were last written before the date given, and none while there is no such date', () => {
  const log = open();
  for (const at of [1, 2, 3]) writeFileSync(path.join(folder, `earshot.${String(at)}.log`), line(at));
  const { mtimeMs } = statSync(file());
  utimesSync(path.join(folder, 'earshot.2.log'), (mtimeMs - 10_000) / 1_000, (mtimeMs - 10_000) / 1_000);
  let oldest: number | null = null;
  const bounds = { size: 1_000, files: 9, oldest: () => oldest };
  log.bound(bounds);
  expect(names()).toHaveLength(4);
  oldest = mtimeMs - 20_000;
  log.bound(bounds);
  expect(names()).toHaveLength(4);
  oldest = mtimeMs - 5_000;
  log.bound(bounds);
  expect(names()).toEqual(['earshot.1.log', 'earshot.log']);
});

test('lines that could not be written are counted, and said with the first that can', () => {
  const log = open();
  log.write(line(0));
  log.close();
  rmSync(folder, { recursive: true });
  log.write(line(1));
  log.write(line(2));
  mkdirSync(folder);
  log.write(line(3));
  expect(log.tail(100).join('\n')).toContain('lost 2');
  expect(log.tail(100).at(-1)).toBe(line(3).trim());
});

describe('a full log that another program holds, so that Windows moves it for nobody', () => {
  const together = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_each, at) => line(from + at)).join('');

  test('grows on, loses none of the older ones however often it is tried, and turns over once it is let go', () => {
    let held = true;
    const move = (from: PathLike, to: PathLike): void => {
      if (held && from === file()) throw new Error('EBUSY');
      renameSync(from, to);
    };
    const log = keep(openLogFile(file(), lost, move));
    log.bound({ size: 20, files: 3 });
    writeFileSync(path.join(folder, 'earshot.1.log'), line(91));
    for (let at = 0; at < 6; at += 1) log.write(line(at));
    expect(names()).toEqual(['earshot.2.log', 'earshot.log']);
    expect([text('earshot.2.log'), text('earshot.log')]).toEqual([line(91), together(0, 5)]);
    held = false;
    log.write(line(6));
    expect([text('earshot.2.log'), text('earshot.1.log'), text('earshot.log')]).toEqual([line(91), together(0, 5), line(6)]);
  });
});

test('what a log gives away of itself is cleaned of what is concealed by then', () => {
  const log = keep(createLog(file()));
  log.info('early kestrel-4711');
  log.conceal('kestrel-4711');
  expect(log.book.redact(log.book.tail(10).join('\n'))).toContain('early [hidden]');
});
