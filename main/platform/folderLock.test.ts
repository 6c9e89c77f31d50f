import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from './folderLock.ts';
import { isWine, pipesOfWine } from '../../test/support/wine.ts';

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-lock-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

test('a folder is held once, and free again when it was released', async ({ skip }) => {
  skip(isWine, pipesOfWine);
  const folder = newFolder();
  const first = await lockFolder(folder);
  expect(first).not.toBeNull();
  expect(await lockFolder(folder)).toBeNull();
  first?.release();
  await expect.poll(async () => (await lockFolder(folder)) !== null).toBe(true);
});

test('a path that is too long for a socket is held all the same', async ({ skip }) => {
  skip(isWine, pipesOfWine);
  const folder = path.join(newFolder(), 'x'.repeat(120));
  mkdirSync(folder);
  const first = await lockFolder(folder);
  expect(first).not.toBeNull();
  expect(await lockFolder(folder)).toBeNull();
  first?.release();
});

test.skipIf(process.platform === 'win32')('the lock lies in the folder, where no other user can take it', async () => {
  const folder = newFolder();
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const strangers = [`\0earshot-${hash}`, path.join(tmpdir(), `earshot-${hash}.sock`)].slice(process.platform === 'linux' ? 0 : 1);
  for (const name of strangers) {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(name, resolve));
    onTestFinished(() => void server.close());
  }
  const lock = await lockFolder(folder);
  expect(lock).not.toBeNull();
  expect(existsSync(path.join(folder, 'earshot.lock'))).toBe(true);
  lock?.release();
});
