import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openPersisted } from '../../main/store/persisted.ts';
import { bundled } from '../support/bundled/bundled.ts';
import { rememberingLog } from '../support/silentLog.ts';
import { isWine } from '../support/wine.ts';

/** Under Wine a program's start takes seconds. */
const rounds = isWine ? 6 : 15;

/** Waits until so many lines were said. */
function said(output: Readable, lines: number): Promise<void> {
  return new Promise((resolve) => {
    let left = lines;
    output.setEncoding('utf8').on('data', (text: string) => {
      left -= text.split('\n').length - 1;
      if (left <= 0) resolve();
    });
  });
}

test('killed in the middle of its writing, over and over, the trust file is whole each time', { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-atomic-'));
  try {
    let most = 0;
    for (let round = 0; round < rounds; round += 1) {
      const child = spawn(process.execPath, [bundled('pinWriter'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await said(child.stdout, 2 + (round % 4));
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      const read = JSON.parse(readFileSync(path.join(folder, 'earshot.json'), 'utf8')) as unknown;
      const persisted = openPersisted({ damaged: false, read: () => read, write: () => undefined }, rememberingLog());
      expect(persisted.unreadable).toEqual([]);
      most = Math.max(most, Object.keys(persisted.get().pins).length);
    }
    // It was killed while it worked, not before it began.
    expect(most).toBeGreaterThan(5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
