import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../main/platform/folderLock.ts';
import { isWine, pipesOfWine } from '../support/wine.ts';

test('a folder is held however its name is written', async ({ skip }) => {
  skip(isWine, pipesOfWine);
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-lock-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const first = await lockFolder(folder.toUpperCase());
  expect(first).not.toBeNull();
  expect(await lockFolder(folder.toLowerCase())).toBeNull();
  first?.release();
});
