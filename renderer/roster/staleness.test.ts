import { describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/problem.ts';
import type { Connection, RosterStatus } from '../../contract/state.ts';
import { stalenessOf } from './staleness.ts';

const problem: Problem = { code: 'no-contact', meaning: 'connection-refused' };
const now = 10_000_000;
const hourAgo = now - 3_600_000;
const live: Connection = { kind: 'live', lastContact: now, problem: null };
const silent: Connection = { kind: 'stale', lastContact: now - 14_000, problem: null };
const lost: Connection = { kind: 'reconnecting', lastContact: now - 20_000, problem, nextAttempt: now };
const ready: RosterStatus = { kind: 'ready', at: now - 2_000, count: 10, leftOut: 0 };

describe('what is said of the rows’ age', () => {
  it('is nothing while news of them comes in, and before the first', () => {
    expect(stalenessOf(live, ready)).toBeNull();
    expect(stalenessOf(live, { kind: 'loading', at: null })).toBeNull();
    expect(stalenessOf(live, { kind: 'off' })).toBeNull();
  });

  it('is that newer ones are coming, when somebody looks again after a while', () => {
    expect(stalenessOf(live, { kind: 'loading', at: hourAgo })).toEqual({ at: hourAgo, why: { kind: 'coming' } });
  });

  it('is no promise while the gateway is silent', () => {
    expect(stalenessOf(silent, { kind: 'loading', at: hourAgo })).toEqual({ at: hourAgo, why: { kind: 'silence' } });
    expect(stalenessOf(silent, ready)).toEqual({ at: now - 2_000, why: { kind: 'silence' } });
  });

  it('is why they could not be had, of the look or of the link', () => {
    expect(stalenessOf(live, { kind: 'failed', at: hourAgo, problem })).toEqual({ at: hourAgo, why: { kind: 'problem', problem } });
    expect(stalenessOf(lost, ready)?.why).toEqual({ kind: 'problem', problem });
  });

  it('counts from the look that they are from: contact went on while nobody looked at them', () => {
    expect(stalenessOf(lost, { kind: 'loading', at: hourAgo })?.at).toBe(hourAgo);
    expect(stalenessOf(lost, { kind: 'failed', at: hourAgo, problem })?.at).toBe(hourAgo);
  });

  it('counts from the last contact where no look is known', () => {
    expect(stalenessOf(lost, { kind: 'failed', at: null, problem })?.at).toBe(now - 20_000);
    expect(stalenessOf(lost, { kind: 'off' })?.at).toBe(now - 20_000);
  });
});
