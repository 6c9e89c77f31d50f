import { describe, expect, test } from 'vitest';
import { sharedQuery } from './sharedQuery.ts';

/** A query whose answers the test gives, in order. */
function scripted() {
  const answers: ((answer: string) => void)[] = [];
  const share = sharedQuery(
    () =>
      new Promise<string>((resolve) => {
        answers.push(resolve);
      }),
  );
  return { share, answers };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a query that many want', () => {
  test('is sent once more, not fifty times, for the fifty who ask while it is out', async () => {
    const { share, answers } = scripted();
    const first = share();
    const others = Array.from({ length: 50 }, () => share());
    expect(answers).toHaveLength(1);
    answers[0]?.('first');
    await settled();
    expect(answers).toHaveLength(2);
    answers[1]?.('second');
    expect(await first).toBe('first');
    expect(new Set(await Promise.all(others))).toEqual(new Set(['second']));
  });

  test('never answers with what was on its way before one asked', async () => {
    const { share, answers } = scripted();
    void share();
    const second = share();
    answers[0]?.('first');
    await settled();
    const third = share();
    answers[1]?.('second');
    expect(await second).toBe('second');
    await settled();
    answers[2]?.('third');
    expect(await third).toBe('third');
  });

  test('is sent anew, alone, when nobody asks any more', async () => {
    const { share, answers } = scripted();
    const first = share();
    answers[0]?.('first');
    await first;
    void share();
    expect(answers).toHaveLength(2);
  });
});
