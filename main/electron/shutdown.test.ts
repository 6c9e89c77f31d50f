import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports/clock.ts';
import { createShutdown } from './shutdown.ts';
import { silentLog } from '../../test/support/silentLog.ts';

function scene(close: () => Promise<void>): { leave: (why: string) => void; done: string[]; late: () => void } {
  const done: string[] = [];
  let late = (): void => undefined;
  const clock: Clock = {
    now: () => 0,
    wall: () => 0,
    after: (_delay, action) => {
      late = action;
      return () => undefined;
    },
  };
  const leave = createShutdown({
    close: () => {
      done.push('close');
      return close();
    },
    leaveScreen: () => done.push('off screen'),
    exit: () => done.push('exit'),
    clock,
    log: silentLog,
  });
  return {
    leave,
    done,
    late: () => {
      late();
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the way out', () => {
  it('leaves the screen, closes, exits, once', async () => {
    const { leave, done } = scene(() => Promise.resolve());
    leave('tray');
    leave('quit');
    await settled();
    leave('SIGTERM');
    await settled();
    expect(done).toEqual(['off screen', 'close', 'exit']);
  });

  it('exits when closing failed', async () => {
    const { leave, done } = scene(() => Promise.reject(new Error('no')));
    leave('tray');
    await settled();
    expect(done).toEqual(['off screen', 'close', 'exit']);
  });

  it('waits for the gateway no longer than the deadline', async () => {
    const { leave, done, late } = scene(() => new Promise(() => undefined));
    leave('tray');
    await settled();
    expect(done).not.toContain('exit');
    late();
    await settled();
    expect(done).toContain('exit');
  });
});
