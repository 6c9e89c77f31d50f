import { expect, test } from 'vitest';
import type { Reply } from '../../gateway/link.ts';
import { lookAfterPoll, type HeldPoll } from './heldPoll.ts';
import { createHandClock, type HandClock } from '../../../test/support/handClock.ts';

const askAfter = 11_000;
const lost: Reply<unknown> = { ok: false, failure: { kind: 'timeout' } };

interface Watched {
  readonly clock: HandClock;
  readonly poll: HeldPoll;
  /** When it was asked, when an answer was reported and of when it was, and silence: milliseconds since the poll went out. */
  readonly asked: number[];
  readonly answers: { readonly at: number; readonly reported: number }[];
  readonly silent: number[];
  /** The gateway answers somebody else. */
  answersSomebody(): void;
}

interface Circumstances {
  readonly atOnce?: boolean;
  readonly heardBefore?: boolean;
  readonly reply?: Reply<unknown>;
}

function watchPoll({ atOnce = false, heardBefore = false, reply = { ok: true, value: null } }: Circumstances = {}): Watched {
  const clock = createHandClock();
  const began = clock.now();
  const asked: number[] = [];
  const answers: { at: number; reported: number }[] = [];
  const silent: number[] = [];
  let heardAt = heardBefore ? began : -Infinity;
  const poll = lookAfterPoll({
    clock,
    askAfter,
    atOnce,
    heardAt: () => heardAt,
    ask: () => {
      asked.push(clock.now() - began);
      return Promise.resolve(reply);
    },
    onAnswer: (at) => {
      answers.push({ at: at - began, reported: clock.now() - began });
    },
    onSilence: () => {
      silent.push(clock.now() - began);
    },
  });
  return {
    clock,
    poll,
    asked,
    answers,
    silent,
    answersSomebody: () => {
      heardAt = clock.now();
    },
  };
}

test('a gateway that is silent for long is asked, again and again', async () => {
  const { clock, asked, answers } = watchPoll();
  await clock.advance(34_000);
  expect(asked).toEqual([11_000, 22_000, 33_000]);
  expect(answers).toEqual(asked.map((at) => ({ at, reported: at })));
});

test('a gateway that answers somebody else meanwhile is not asked, and its silence counts from that answer', async () => {
  const { clock, poll, asked, answers, answersSomebody } = watchPoll();
  await clock.advance(4_000);
  answersSomebody();
  await clock.advance(10_999);
  expect(asked).toEqual([]);
  expect(answers).toEqual([{ at: 4_000, reported: 11_000 }]);
  await clock.advance(1);
  expect(asked).toEqual([15_000]);
  expect(poll.end()).toEqual({ kind: 'answered' });
});

test('what was answered before the poll went out says nothing of it', async () => {
  const { clock, asked } = watchPoll({ heardBefore: true });
  await clock.advance(askAfter);
  expect(asked).toEqual([askAfter]);
});

test('where the poll must be asked beside at once, an answer to somebody else does not do', async () => {
  const { clock, asked, answersSomebody } = watchPoll({ atOnce: true });
  answersSomebody();
  await clock.advance(1);
  expect(asked).toEqual([0]);
});

test('a gateway that is silent when it is asked, too, costs the poll', async () => {
  const { clock, poll, silent } = watchPoll({ reply: lost });
  await clock.advance(askAfter);
  expect(silent).toEqual([askAfter]);
  expect(poll.end()).toEqual({ kind: 'silent', failure: { kind: 'timeout' } });
});
