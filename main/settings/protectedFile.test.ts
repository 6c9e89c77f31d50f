import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readProtectedFile } from './protectedFile.ts';

let folder: string;
const file = (): string => path.join(folder, 'settings.json');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-protected-'));
  writeFileSync(file(), '{}', { mode: 0o644 });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a file that counts only where users cannot write it', () => {
  test('is none where there is none', () => {
    expect(readProtectedFile(path.join(folder, 'other.json'), 'linux')).toBeNull();
  });

  test('counts when it is root’s, and never when it is anybody else’s', () => {
    expect(readProtectedFile(file(), 'linux')).toEqual({ text: '{}', protected: process.getuid?.() === 0 });
  });

  test('does not count when others may write it', () => {
    chmodSync(file(), 0o666);
    expect(readProtectedFile(file(), 'linux')?.protected).toBe(false);
  });

  test('does not count when others may write its folder, and so put another in its place', () => {
    chmodSync(folder, 0o777);
    expect(readProtectedFile(file(), 'darwin')?.protected).toBe(false);
  });

  // Windows knows neither these rights nor links that anybody may make.
  test.skipIf(process.platform === 'win32')('does not count when it is a link to one that others may write', () => {
    const link = path.join(folder, 'link.json');
    symlinkSync(file(), link);
    chmodSync(file(), 0o666);
    expect(readProtectedFile(link, 'linux')?.protected).toBe(false);
  });

  test('does not count on Windows when whoever starts Earshot could write it, and is left as it was', () => {
    expect(readProtectedFile(file(), 'win32')).toEqual({ text: '{}', protected: false });
    expect(readProtectedFile(file(), 'linux')?.text).toBe('{}');
  });
});
