import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog, type PersistentLog } from './log.ts';
import { openLog } from './openLog.ts';

let folder: string;
let temporary: string;
/** Closed when the test ends: Windows deletes no open file. */
const opened: PersistentLog[] = [];

function persisted(file: string): PersistentLog {
  const log = createLog(file);
  opened.push(log);
  return log;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-open-log-'));
  temporary = path.join(folder, 'temporary');
  mkdirSync(temporary);
});

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the log is where it is to be', () => {
  openLog(persisted, path.join(folder, 'logs', 'earshot.log'), temporary).info('started');
  expect(readFileSync(path.join(folder, 'logs', 'earshot.log'), 'utf8')).toContain('started');
  expect(readdirSync(temporary)).toEqual([]);
});

test('where its place is no regular file, it is among the temporary ones, and says so', () => {
  const file = path.join(folder, 'logs', 'earshot.log');
  mkdirSync(file, { recursive: true });
  openLog(persisted, file, temporary).info('started');
  const [own = ''] = readdirSync(temporary);
  const text = readFileSync(path.join(temporary, own, 'earshot.log'), 'utf8');
  expect(text).toContain('"why":"no regular file","event":"log file unavailable"');
  expect(text).toContain('started');
});
