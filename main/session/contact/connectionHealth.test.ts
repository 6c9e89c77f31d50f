import { describe, expect, test } from 'vitest';
import { connectionOf, type Trouble } from './connectionHealth.ts';

const problem = { code: 'no-answer', meaning: 'no-answer' } as const;
const lost = (inARow: number): Trouble => ({ kind: 'lost', problem, inARow, nextAttempt: 7 });

describe('freshness', () => {
  test.each([
    [0, { kind: 'none' }, 'live'],
    [15_000, { kind: 'none' }, 'live'],
    [15_001, { kind: 'none' }, 'stale'],
    [100, { kind: 'refused', problem }, 'stale'],
    [100, lost(1), 'live'],
    [15_001, lost(1), 'stale'],
    [100, lost(2), 'reconnecting'],
    [119_999, lost(9), 'reconnecting'],
    [120_000, lost(9), 'offline'],
  ] as const)('%i ms of silence with %j are %s', (silence, trouble, kind) => {
    expect(connectionOf(trouble, 1_000, 15_000, 1_000 + silence).kind).toBe(kind);
  });

  test('a lost link names its reason and the next try', () => {
    expect(connectionOf(lost(2), 5, 15_000, 10)).toEqual({ kind: 'reconnecting', lastContact: 5, problem, nextAttempt: 7 });
  });
});
