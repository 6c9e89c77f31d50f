import { describe, expect, test } from 'vitest';
import { yesOrNo } from './desktopBus.ts';
import { shownUnlessQuiet } from './heardToast.ts';

describe('what the desktop’s bus replies', () => {
  const head = 'method return time=1764.1 sender=:1.3 -> destination=:1.9 serial=12 reply_serial=2\n';

  test.each([
    [`${head}   boolean true\n`, true],
    [`${head}   variant       boolean false\n`, false],
    [`${head}   string "boolean"\n`, null],
    ['', null],
  ])('%j is %j', (reply, answer) => {
    expect(yesOrNo(reply)).toBe(answer);
  });
});

describe('a toast that the system calls shown', () => {
  const shown = Promise.resolve({ kind: 'shown' } as const);

  test('is so unless notifications are held back', async () => {
    expect(await shownUnlessQuiet(shown, () => Promise.resolve('yes'))).toMatchObject({ kind: 'notShown' });
    expect(await shownUnlessQuiet(shown, () => Promise.resolve('no'))).toEqual({ kind: 'shown' });
    expect(await shownUnlessQuiet(shown, () => Promise.resolve('unknown'))).toEqual({ kind: 'shown' });
  });

  test('keeps its own reason when it did not show', async () => {
    const failed = Promise.resolve({ kind: 'notShown', why: 'unconfirmed' } as const);
    expect(await shownUnlessQuiet(failed, () => Promise.resolve('yes'))).toEqual({ kind: 'notShown', why: 'unconfirmed' });
  });
});
