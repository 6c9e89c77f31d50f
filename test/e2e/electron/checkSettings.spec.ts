import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended } from '../../electron/ended.ts';
import { expect, test } from '../../electron/fixtures.ts';
import { command } from '../../electron/running.ts';

test('--check-settings tells what is in force and what is not obeyed, opens nothing, makes nothing, and ends', async ({ desktop }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-check-'));
  writeFileSync(path.join(folder, 'earshot.json'), '{"settings":{"longTalkMinutes":0,"rosterInterval":5}}');
  const check = await command({ desktop, entry: '.', flags: ['--check-settings'], env: { EARSHOT_DATA_DIR: folder } });
  const { status, said } = await ended(check);
  expect(said).toContain('rosterInterval = 5  (own choice)');
  expect(said).toContain('longTalkMinutes (own choice): The value does not fit.');
  expect(status).toBe(1);
  expect(existsSync(path.join(folder, 'logs'))).toBe(false);
  await check.forget();
  rmSync(folder, { recursive: true });
});
