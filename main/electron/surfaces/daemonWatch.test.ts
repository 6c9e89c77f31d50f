import { expect, test } from 'vitest';
import { createDaemonWatch, type DaemonChange } from './daemonWatch.ts';
import { createHandClock } from '../../../test/support/handClock.ts';

/** A watch over what the bus says in turn; what it told. */
async function told(answers: readonly (string | null | undefined)[]): Promise<readonly DaemonChange[]> {
  const clock = createHandClock();
  const left = [...answers];
  const changes: DaemonChange[] = [];
  const watch = createDaemonWatch(
    clock,
    () => Promise.resolve(left.shift()),
    (change) => changes.push(change),
  );
  watch.begin();
  for (let look = 0; look < answers.length; look += 1) {
    await clock.advance(1_000);
  }
  watch.end();
  return changes;
}

test.each([
  ['the same one all the time', [':1.5', ':1.5', ':1.5'], []],
  ['one that dies, and another one that comes', [':1.5', null, null, ':1.9'], ['gone', 'came']],
  ['one in the place of another between two looks', [':1.5', ':1.9'], ['gone']],
  ['none, until one comes late', [null, null, ':1.5'], ['came']],
  ['a bus that does not tell for a while', [':1.5', undefined, undefined, ':1.5'], []],
  ['a bus that does not tell while it dies', [':1.5', undefined, null], ['gone']],
  ['no bus at all', [undefined, undefined], []],
] as const)('the notification daemon is %s', async (_, answers, changes) => {
  expect(await told(answers)).toEqual(changes);
});

test('nobody is asked while the ring is being shown, and nobody of a ring that is over by then', async () => {
  const clock = createHandClock();
  let asked = 0;
  const daemon = (): Promise<string> => {
    asked += 1;
    return Promise.resolve(':1.5');
  };
  const watch = createDaemonWatch(clock, daemon, () => undefined);
  watch.begin();
  await clock.advance(100);
  expect(asked).toBe(0);
  await clock.advance(100);
  expect(asked).toBe(1);
  watch.end();
  watch.begin();
  await clock.advance(100);
  watch.end();
  await clock.advance(1_000);
  expect(asked).toBe(1);
});
