import { describe, expect, test } from 'vitest';
import { createSerialQueue, type SerialQueue } from './serialQueue.ts';
import { rememberingLog } from '../../test/support/silentLog.ts';

interface Stage {
  readonly queue: SerialQueue;
  /** What happened, in order. */
  readonly told: string[];
  readonly lines: readonly string[];
  /** A task that ends when it is told to. */
  turn(name: string): { end(): void; fail(): void };
}

function stage(): Stage {
  const told: string[] = [];
  const log = rememberingLog();
  const queue = createSerialQueue(log, () => told.push('broken'));
  return {
    queue,
    told,
    lines: log.lines,
    turn: (name) => {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      queue.take(async (isLeft) => {
        told.push(`${name} begins`);
        await promise;
        told.push(`${name} ends${isLeft() ? ', left' : ''}`);
      });
      return {
        end: () => {
          resolve(undefined);
        },
        fail: () => {
          reject(new Error('broken on purpose'));
        },
      };
    },
  };
}

describe('the queue of sign-in, resume and sign-out', () => {
  test('never overlap: the second begins when the first has ended, which is told that it was left', async () => {
    const { queue, told, turn } = stage();
    const first = turn('first');
    await Promise.resolve();
    const second = turn('second');
    first.end();
    second.end();
    await queue.settled();
    expect(told).toEqual(['first begins', 'first ends, left', 'second begins', 'second ends']);
  });

  test('that were left before their time never begin', async () => {
    const { queue, told, turn } = stage();
    const first = turn('first');
    await Promise.resolve();
    turn('second');
    queue.leave();
    first.end();
    await queue.settled();
    expect(told).toEqual(['first begins', 'first ends, left']);
  });

  test('that break say so, and the next one begins all the same', async () => {
    const { queue, told, lines, turn } = stage();
    const first = turn('first');
    await Promise.resolve();
    first.fail();
    await queue.settled();
    turn('second').end();
    await queue.settled();
    expect(told).toEqual(['first begins', 'broken', 'second begins', 'second ends']);
    expect(lines.join('\n')).toContain('sign-in broke');
  });

  test('that break after they were left are logged, but nobody is told', async () => {
    const { queue, told, lines, turn } = stage();
    const first = turn('first');
    await Promise.resolve();
    queue.leave();
    first.fail();
    await queue.settled();
    expect(told).toEqual(['first begins']);
    expect(lines.join('\n')).toContain('sign-in broke');
  });

  test('wait for what a session that has just ended still does at the gateway', async () => {
    const { queue, told, turn } = stage();
    const ending = Promise.withResolvers<undefined>();
    queue.holdFor(ending.promise);
    turn('first').end();
    await Promise.resolve();
    expect(told).toEqual([]);
    ending.resolve(undefined);
    await queue.settled();
    expect(told).toEqual(['first begins', 'first ends']);
  });
});
