import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canaries, findCanaries } from './canaries.ts';
import { searchFolder, searchProcesses } from './places.ts';

const secret = canaries.password;

describe('the search for planted secrets finds one', () => {
  test.each<readonly [string, Buffer]>([
    ['plain', Buffer.from(`{"password":"${secret}"}`)],
    ['in UTF-16', Buffer.from(`x${secret}`, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(secret, 'utf16le').swap16()],
    ['in hexadecimal', Buffer.from(Buffer.from(`ab${secret}`).toString('hex'))],
    ['with every byte as a percent', Buffer.from([...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join(''))],
    ...['', 'x', 'xy', 'xyz'].flatMap((before) => [
      [`in base64 behind "${before}"`, Buffer.from(Buffer.from(`${before}${secret} and more`).toString('base64'))] as const,
      [`in base64url behind "${before}"`, Buffer.from(Buffer.from(`${before}${secret}`).toString('base64url'))] as const,
    ]),
  ])('%s', (_how, content) => {
    expect(findCanaries('here', content).map(({ canary }) => canary)).toContain('password');
  });

  test('in a file far below, and in a file’s name', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-canary-'));
    mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(path.join(folder, 'a', 'b', 'log'), `x ${canaries.guid} y`);
    writeFileSync(path.join(folder, `to-${canaries.ownPhone}`), '');
    expect(
      searchFolder(folder)
        .map(({ canary }) => canary)
        .sort(),
    ).toEqual(['guid', 'ownPhone']);
    rmSync(folder, { recursive: true });
  });

  test.skipIf(process.platform !== 'linux')('in the arguments and the environment of a process that another one started', async () => {
    const child = spawn('/bin/sh', ['-c', `echo ready; sleep 30; : ${secret}`], {
      env: { COOKIE: canaries.cookie },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const found = searchProcesses(process.pid).map(({ canary }) => canary);
    child.kill();
    expect(found).toEqual(expect.arrayContaining(['password', 'cookie']));
  });
});
