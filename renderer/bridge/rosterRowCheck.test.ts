import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterMessageSchema, type RosterRow } from '../../contract/roster.ts';
import { isPlainRowsMessage } from './rosterRowCheck.ts';
import { anyRow } from '../../test/support/anyRow.ts';

const fits = (message: unknown): boolean => rosterMessageSchema.safeParse(message).success;
const snapshot = (rows: readonly unknown[]): unknown => ({ kind: 'snapshot', revision: 1, rows });
const odd = fc.constantFrom<unknown[]>(
  undefined,
  null,
  '',
  'x',
  '42',
  '4２',
  'x'.repeat(33),
  'x'.repeat(201),
  0,
  -1,
  1.5,
  2 ** 53,
  NaN,
  Infinity,
  '0',
  true,
  {},
  [],
  [1],
  ['x'.repeat(101)],
  Array.from({ length: 101 }, () => 'x'),
  'talking',
  'exact',
);
const fields = [
  'workNo',
  'name',
  'group',
  'groupId',
  'skills',
  'state',
  'since',
  'sinceIs',
  'signedInAt',
  'voice',
  'phoneEnding',
  'inspectedBy',
  'more',
];

describe('the quick check of a message of rows', () => {
  it('takes what the schema takes: any rows and patches', () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.array(fc.string({ maxLength: 32 })), fc.nat(), (rows, removed, revision) => {
        for (const message of [
          { kind: 'snapshot', revision, rows },
          { kind: 'patch', revision, changed: rows, removed },
        ]) {
          expect(fits(message)).toBe(true);
          expect(isPlainRowsMessage(message)).toBe(true);
        }
      }),
    );
  });

  it('passes nothing that the schema refuses, whichever field is odd', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...fields), odd, (row, field, value) => {
        const message = snapshot([{ ...row, [field]: value }]);
        expect(isPlainRowsMessage(message)).toBe(fits(message));
      }),
      { numRuns: 2_000 },
    );
  });

  it('passes no row with a field missing', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...fields.slice(0, -1)), (row: RosterRow, field) => {
        const rest = Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
        expect(isPlainRowsMessage(snapshot([rest]))).toBe(false);
      }),
    );
  });

  it('passes no envelope that the schema refuses, and leaves details to the schema', () => {
    for (const message of [
      null,
      'snapshot',
      [],
      { kind: 'snapshot', revision: 1 },
      { kind: 'snapshot', revision: 1.5, rows: [] },
      { kind: 'snapshot', revision: 1, rows: {} },
      { kind: 'snapshot', revision: 1, rows: [], more: 1 },
      { kind: 'patch', revision: 1, changed: [] },
      { kind: 'patch', revision: 1, changed: [], removed: [7] },
      { kind: 'patch', revision: 1, changed: [], removed: ['x'.repeat(33)] },
      { kind: 'other', revision: 1, rows: [] },
    ]) {
      expect(fits(message)).toBe(false);
      expect(isPlainRowsMessage(message)).toBe(false);
    }
    expect(isPlainRowsMessage({ kind: 'details', details: { workNo: '1', asked: 'waiting', history: [], listens: [] } })).toBe(false);
  });
});
