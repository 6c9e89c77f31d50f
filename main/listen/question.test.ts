import { expect, test } from 'vitest';
import { createQuestion } from './question.ts';

/** A question whose answers the test gives, by the order in which they were asked. */
function stage() {
  const answers: ((answer: string) => void)[] = [];
  const taken: string[] = [];
  const question = createQuestion(
    () =>
      new Promise<string>((resolve) => {
        answers.push(resolve);
      }),
    (answer) => taken.push(answer),
    (answer) => answer !== 'failed',
  );
  const answer = async (which: number, text: string): Promise<void> => {
    answers[which]?.(text);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { question, taken, answer, sent: () => answers.length };
}

test('a slow answer does not keep the next question from being asked', async () => {
  const { question, taken, answer } = stage();
  question.ask();
  question.ask();
  await answer(1, 'second');
  expect(taken).toEqual(['second']);
});

test('an answer that was overtaken says nothing any more', async () => {
  const { question, taken, answer } = stage();
  question.ask();
  question.ask();
  await answer(1, 'newer');
  await answer(0, 'older');
  expect(taken).toEqual(['newer']);
});

test('one that failed takes nothing away from an older one that is still on its way', async () => {
  const { question, taken, answer } = stage();
  question.ask();
  question.ask();
  await answer(1, 'failed');
  await answer(0, 'older');
  expect(taken).toEqual(['failed', 'older']);
});

test('answers that come in order are all taken', async () => {
  const { question, taken, answer } = stage();
  question.ask();
  question.ask();
  await answer(0, 'first');
  await answer(1, 'second');
  expect(taken).toEqual(['first', 'second']);
});

test('what is known since makes the answers on their way too old, and those asked for later count', async () => {
  const { question, taken, answer } = stage();
  question.ask();
  question.outdate();
  question.ask();
  await answer(0, 'before');
  await answer(1, 'after');
  expect(taken).toEqual(['after']);
});

test('four are out at once at most; who asks for more is asked for when one of them is back', async () => {
  const { question, answer, sent } = stage();
  for (let times = 0; times < 6; times += 1) question.ask();
  expect(sent()).toBe(4);
  await answer(0, 'back');
  expect(sent()).toBe(5);
});

test('a question whose answer came too late is asked anew: nobody else might', async () => {
  const { question, taken, answer, sent } = stage();
  question.ask();
  question.outdate();
  await answer(0, 'before');
  expect(sent()).toBe(2);
  await answer(1, 'after');
  expect(taken).toEqual(['after']);
});

test('it is not asked anew where that was done since', async () => {
  const { question, answer, sent } = stage();
  question.ask();
  question.outdate();
  question.ask();
  await answer(0, 'before');
  await answer(1, 'after');
  expect(sent()).toBe(2);
});
