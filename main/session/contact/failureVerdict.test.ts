import { describe, expect, test } from 'vitest';
import { wordedRetcodes } from '../../../contract/problemMeanings.ts';
import type { Failure } from '../../gateway/failure.ts';
import { failureProblem } from '../../gateway/problem.ts';
import { sessionEnd } from '../sessionEnd.ts';
import { isSessionOver, isWorthAnotherSignIn, noRightsAfter, verdictOf } from './failureVerdict.ts';

const refused = (retcode: string): Failure => ({ kind: 'refused', retcode });

/** protocol.md 6: every code that a poll or another request of a session can give, and what is done then. */
const ofSessions: readonly (readonly [string, 'over' | 'guid' | 'wait'])[] = [
  ['000-001', 'wait'],
  ['000-002', 'wait'],
  ['000-003', 'guid'],
  ['000-004', 'wait'],
  ['000-006', 'wait'],
  ['000-007', 'wait'],
  ['100-006', 'over'],
  ['100-007', 'wait'],
  ['100-008', 'over'],
  ['105-001', 'over'],
  ['105-002', 'wait'],
  ['105-003', 'over'],
  ['105-004', 'over'],
  ['105-005', 'over'],
  ['105-006', 'over'],
  ['105-007', 'over'],
  ['999-001', 'wait'],
  ['777-777', 'wait'],
];

/** Every code that a sign-in can give; whether a sign-in without an inspector before it tries again by itself. */
const ofSignIns: readonly (readonly [string, boolean])[] = [
  ['000-001', false],
  ['000-002', false],
  ['000-003', false],
  ['000-004', true],
  ['000-006', false],
  ['000-007', true],
  ['100-001', false],
  ['100-002', false],
  ['100-003', true],
  ['100-004', false],
  ['100-007', true],
  ['100-011', false],
  ['100-012', false],
  ['100-013', false],
  ['100-014', false],
  ['100-015', false],
  ['100-016', false],
  ['100-017', false],
  ['100-018', false],
  ['100-019', false],
  ['100-020', false],
  ['100-021', true],
  ['105-002', true],
  ['110-016', false],
  ['999-001', false],
];

describe('a code in a session', () => {
  test.each(ofSessions)('%s: %s', (retcode, verdict) => {
    expect(verdictOf(refused(retcode))).toBe(verdict);
  });

  test.each(ofSessions.filter(([retcode]) => retcode !== '777-777'))('%s means something of its own', (retcode) => {
    expect(failureProblem(refused(retcode))).toEqual({ code: retcode, meaning: retcode });
  });

  test('the sixth 000-003 in a row is the end; anything else between them begins the count anew', () => {
    const after = (codes: readonly string[]): boolean[] => {
      let noRights = 0;
      return codes.map((code) => {
        noRights = noRightsAfter(refused(code), noRights);
        return isSessionOver(refused(code), noRights);
      });
    };
    expect(after(Array.from({ length: 6 }, () => '000-003'))).toEqual([false, false, false, false, false, true]);
    expect(after(['000-003', '000-003', '105-002', '000-003', '000-003', '000-003', '000-003'])).not.toContain(true);
  });

  test('no answer at all, or one that is none, is a lost link; a busy server is not', () => {
    expect(verdictOf({ kind: 'timeout' })).toBe('lost');
    expect(verdictOf({ kind: 'unreachable', reason: 'no-route' })).toBe('lost');
    expect(verdictOf({ kind: 'invalidResponse', reason: 'web-page', status: 200 })).toBe('lost');
    expect(verdictOf({ kind: 'invalidResponse', reason: 'server-busy', status: 503 })).toBe('wait');
  });
});

describe('a code at sign-in', () => {
  test.each(ofSignIns)('%s means something of its own', (retcode) => {
    expect(failureProblem(refused(retcode))).toEqual({ code: retcode, meaning: retcode });
  });

  test.each(ofSignIns)('%s: a silent sign-in tries again: %s', (retcode, again) => {
    expect(isWorthAnotherSignIn(refused(retcode))).toBe(again);
  });

  test('the catalogue has no code of sign-in or session that these tables leave out', () => {
    const tabled = new Set([...ofSessions, ...ofSignIns].map(([code]) => code));
    const elsewhere = new Set(['000-005', '100-005', '100-009', '100-010']);
    const missing = wordedRetcodes.filter((code) => /^(000|100|105|110|999)-/.test(code) && !tabled.has(code) && !elsewhere.has(code));
    expect(missing).toEqual([]);
  });
});

describe('the end of a session', () => {
  const live = { sincePoll: 300, afterLoss: false, shutdownHeard: false };

  test.each([
    ['100-006', live, 'kicked'],
    ['100-006', { ...live, shutdownHeard: true }, 'signedOutThere'],
    ['100-006', { ...live, afterLoss: true, sincePoll: 30_000 }, 'goneMeanwhile'],
    ['100-006', { ...live, afterLoss: true, sincePoll: 120_000 }, 'timedOut'],
    ['100-008', live, 'kicked'],
    ['000-003', live, 'guidRefused'],
    ['000-003', { ...live, afterLoss: true, sincePoll: 180_000 }, 'timedOut'],
    ['105-001', live, 'switchedOver'],
    ['105-003', live, 'switchedOver'],
    ['105-004', live, 'switchedOver'],
    ['105-005', live, 'switchedOver'],
    ['105-006', live, 'switchedOver'],
    ['105-007', live, 'switchedOver'],
  ] as const)('%s with %j is %s, said with the code', (retcode, circumstances, reason) => {
    const end = sessionEnd(refused(retcode), circumstances);
    expect(end.reason).toBe(reason);
    expect(end.problem.code).toBe(retcode);
  });

  test('no two reasons mean the same', () => {
    const meanings = [live, { ...live, shutdownHeard: true }, { ...live, afterLoss: true }, { ...live, sincePoll: 200_000 }].map(
      (circumstances) => sessionEnd(refused('100-006'), circumstances).problem.meaning,
    );
    expect(new Set(meanings).size).toBe(4);
  });
});
