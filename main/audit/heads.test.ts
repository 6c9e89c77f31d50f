import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTrail, type KnownEntry } from './check.ts';
import { compareHeads, headLine, headsIn } from './heads.ts';
import { createHeadsFile } from './headsFile.ts';
import { rememberingLog } from '../../test/support/silentLog.ts';
import { firstDay, trailOf } from '../../test/support/trails.ts';

const whole = checkTrail(trailOf(3).files);
const heads: readonly KnownEntry[] = whole.entries.map(({ seq, hash }) => ({ seq, hash }));

test('heads of a whole trail show nothing amiss', () => {
  expect(compareHeads(whole, heads)).toEqual([]);
});

test('what is missing after the last head that is there is named', () => {
  const cut = { ...whole, entries: whole.entries.slice(0, 2) };
  expect(compareHeads(cut, heads)).toEqual([{ kind: 'cutOff', after: 2, to: 6 }]);
});

test('a trail that was written anew has none of them', () => {
  const anew = whole.entries.map((entry) => ({ ...entry, hash: entry.hash.replaceAll('a', 'b').replaceAll('0', '1') }));
  expect(compareHeads({ ...whole, entries: anew }, heads)).toEqual([{ kind: 'cutOff', after: 0, to: 6 }]);
});

test('heads of entries that were removed by policy are not asked for', () => {
  expect(compareHeads({ ...whole, entries: whole.entries.slice(2), removedUpTo: 2 }, heads)).toEqual([]);
});

test('heads are found in an administrator’s file and in the log, whatever else stands there', () => {
  const [first = { seq: 0, hash: '' }] = heads;
  const logged = JSON.stringify({ level: 30, time: '2026-10-30T00:00:00.000Z', ...first, event: 'audit head' });
  const other = JSON.stringify({ level: 30, seq: 4, event: 'command' });
  expect(headsIn(`${headLine(first, firstDay)}${other}\n${logged}\nno head\n`)).toEqual([first, first]);
});

test('each head comes into the administrator’s folder, and what could not be noted there comes later', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-heads-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const said: boolean[] = [];
  let place = path.join(folder, 'missing');
  const { note } = createHeadsFile({ folder: () => place, name: 'desk 7/li', log: rememberingLog(), onWritable: (now) => said.push(now) });
  for (const head of heads.slice(0, 2)) note(head, firstDay);
  await expect.poll(() => said).toEqual([false]);
  place = folder;
  for (const head of heads.slice(2)) note(head, firstDay);
  await expect.poll(() => said).toEqual([false, true]);
  const read = (): readonly KnownEntry[] => readdirSync(folder).flatMap((name) => headsIn(readFileSync(path.join(folder, name), 'utf8')));
  await expect.poll(read).toEqual(heads);
  expect(readdirSync(folder)).toEqual(['desk_7_li.heads']);
});

test.each(['heads', '..', ...(process.platform === 'win32' ? ['H:', 'H:heads'] : [])])(
  'a folder that is another one wherever Earshot is started takes none, which is said: %s',
  async (folder) => {
    const said: boolean[] = [];
    const log = rememberingLog();
    const { note, settled } = createHeadsFile({ folder: () => folder, name: 'desk', log, onWritable: (now) => said.push(now) });
    for (const head of heads) note(head, firstDay);
    await settled();
    expect(said).toEqual([false]);
    expect(existsSync(path.resolve(folder, 'desk.heads'))).toBe(false);
  },
);

test('a head that was noted is there once all is settled', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-heads-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const { note, settled } = createHeadsFile({ folder: () => folder, name: 'desk', log: rememberingLog(), onWritable: () => undefined });
  for (const head of heads) note(head, firstDay);
  await settled();
  expect(headsIn(readFileSync(path.join(folder, 'desk.heads'), 'utf8'))).toEqual(heads);
});

test('where the administrator names no folder nothing is noted, nor kept for later', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-heads-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  let place = '';
  const { note } = createHeadsFile({ folder: () => place, name: 'desk', log: rememberingLog(), onWritable: () => undefined });
  for (const head of heads.slice(0, 2)) note(head, firstDay);
  await Promise.resolve();
  writeFileSync(path.join(folder, 'desk.heads'), '');
  await new Promise(setImmediate);
  place = folder;
  for (const head of heads.slice(2)) note(head, firstDay);
  await expect.poll(() => headsIn(readFileSync(path.join(folder, 'desk.heads'), 'utf8'))).toEqual(heads.slice(2));
});
