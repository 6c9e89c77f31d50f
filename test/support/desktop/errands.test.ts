import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startErrands, unlessBad, type Errands } from './errands.ts';

describe.skipIf(process.platform === 'win32')('errands', () => {
  let folder = '';
  let errands: Errands;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'earshot-errands-'));
    errands = startErrands({ PATH: process.env['PATH'] ?? '', GREETING: 'hello' }, folder);
  });
  afterEach(() => {
    errands.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a program gets its words as they are, and what it wrote is returned', async () => {
    const words = ['plain', '', "it's", '"$GREETING" `id`', 'two\nlines', '\\', '李伟'];
    expect(await errands.run('printf', ['%s|', ...words])).toBe(words.map((word) => `${word}|`).join(''));
  });

  test('it finds the environment of the errands, and what is added for it alone', async () => {
    expect(await errands.run('printenv', ['GREETING'])).toBe('hello\n');
    expect(await errands.run('printenv', ['GREETING'], { GREETING: 'good day' })).toBe('good day\n');
    expect(await errands.run('printenv', ['GREETING'])).toBe('hello\n');
  });

  test('many at a time each get their own answer, and leave nothing', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => String(index));
    expect(await Promise.all(numbers.map((number) => errands.run('printf', ['%s', number])))).toEqual(numbers);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('one that ends badly, or is not there, is told of with what it said', async () => {
    await expect(errands.run('ls', ['/no such folder'])).rejects.toThrow(/^ls \/no such folder ended with \d+: .*no such folder/su);
    await expect(errands.run('no-such-program', [])).rejects.toThrow('ended with 127');
  });

  test('one that ends badly can be taken for nothing, one that never answers cannot', async () => {
    expect(await unlessBad(errands.run('false', []))).toBe(null);
    expect(await unlessBad(errands.run('printf', ['%s', 'well']))).toBe('well');
    errands.end();
    await expect(unlessBad(errands.run('false', []))).rejects.toThrow('the errands have ended');
  });

  test('whoever still waits at the end is told, and so is who comes later', async () => {
    const waiting = errands.run('sleep', ['60']);
    errands.end();
    await expect(waiting).rejects.toThrow('have ended');
    await expect(errands.run('true', [])).rejects.toThrow('have ended');
  });
});
