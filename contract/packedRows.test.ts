import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { people } from '../test/renderer/faces/people.ts';
import { agentStates } from './agentState.ts';
import { packed, unpacked } from './packedRows.ts';
import { rosterMessageSchema, sinceKinds, type RosterMessage } from './roster.ts';

const text = fc.string({ unit: fc.constantFrom('a', '7', ' ', '王', '👩', '', ','), maxLength: 6 });
const row = fc.record({
  workNo: fc.stringMatching(/^[1-9]\d{0,5}$/),
  name: text,
  group: text,
  groupId: fc.option(fc.integer()),
  skills: fc.option(fc.array(text, { maxLength: 3 })),
  state: fc.constantFrom(...agentStates),
  // A moment is a difference of two, which is never minus zero.
  since: fc.double({ noNaN: true, noDefaultInfinity: true }).map((at) => at + 0),
  sinceIs: fc.constantFrom(...sinceKinds),
  signedInAt: fc.option(fc.integer()),
  voice: fc.option(fc.boolean()),
  phoneEnding: fc.option(fc.stringMatching(/^\d{2}$/)),
  inspectedBy: fc.option(fc.stringMatching(/^[1-9]\d{0,5}$/)),
});

describe('a packed snapshot', () => {
  test('is the snapshot again when it is unpacked, also by way of JSON', () => {
    fc.assert(
      fc.property(fc.array(row), fc.nat(), (rows, revision) => {
        const message: RosterMessage = { kind: 'snapshot', revision, rows };
        expect(unpacked(packed(message))).toEqual(message);
        // JSON knows no minus zero.
        const same = rows.map((one) => ({ ...one, since: one.since + 0, groupId: one.groupId === null ? null : one.groupId + 0 }));
        expect(unpacked(JSON.parse(JSON.stringify(packed({ ...message, rows: same }))))).toEqual({ ...message, rows: same });
      }),
    );
  });

  test('of a centre at work holds nothing that the contract refuses', () => {
    const message: RosterMessage = { kind: 'snapshot', revision: 1, rows: people(300, 1_000) };
    expect(rosterMessageSchema.parse(unpacked(packed(message)))).toEqual(message);
  });

  test('other messages travel as they are', () => {
    const patch: RosterMessage = { kind: 'patch', revision: 2, changed: people(1, 0), removed: ['101'] };
    expect(unpacked(packed(patch))).toBe(patch);
  });

  test('one that is broken makes no rows', () => {
    const good = packed({ kind: 'snapshot', revision: 1, rows: people(3, 1_000) });
    if (good.kind !== 'packed') throw new Error('It was not packed');
    for (const broken of [
      { ...good, columns: { ...good.columns, name: 'one\ntwo' } },
      { ...good, columns: { ...good.columns, state: '0\n1\n99' } },
      { ...good, columns: { ...good.columns, since: '\n\n' } },
      { ...good, columns: { ...good.columns, since: '' } },
      { ...good, columns: { ...good.columns, phoneEnding: '42' } },
      { ...good, columns: { ...good.columns, group: 'x\ny\nz' } },
      { ...good, columns: { ...good.columns, voice: '1\n2\n0' } },
      { ...good, columns: { workNo: good.columns.workNo } },
      { ...good, groups: 'Sales' },
      { ...good, groups: [7] },
      { ...good, revision: null },
      { kind: 'packed' },
      null,
    ]) {
      expect(rosterMessageSchema.safeParse(unpacked(broken)).success).toBe(false);
    }
  });
});
