import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { people } from '../test/renderer/faces/people.ts';
import { agentStates } from './agentState.ts';
import { packed, rowsAPart, unpacked } from './packedRows.ts';
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

/** What it is when it arrives, of a message that is one part. */
function arrived(message: RosterMessage, way: (sent: unknown) => unknown = (sent) => sent): unknown {
  const [part, ...others] = packed(message).map((make) => make());
  expect(others).toEqual([]);
  return unpacked(way(part))?.message;
}

describe('packed rows', () => {
  test('are the rows again when they are unpacked, also by way of JSON', () => {
    fc.assert(
      fc.property(fc.array(row), fc.nat(), (rows, revision) => {
        const message: RosterMessage = { kind: 'snapshot', revision, rows };
        expect(arrived(message)).toEqual(message);
        // JSON knows no minus zero.
        const same = rows.map((one) => ({ ...one, since: one.since + 0, groupId: one.groupId === null ? null : one.groupId + 0 }));
        expect(arrived({ ...message, rows: same }, (sent) => JSON.parse(JSON.stringify(sent)))).toEqual({ ...message, rows: same });
      }),
    );
  });

  test('of a centre at work hold nothing that the contract refuses', () => {
    const message: RosterMessage = { kind: 'snapshot', revision: 1, rows: people(300, 1_000) };
    expect(rosterMessageSchema.parse(arrived(message))).toEqual(message);
  });

  test('of a patch are the patch again', () => {
    const patch: RosterMessage = { kind: 'patch', revision: 2, changed: people(300, 0), removed: ['59999'] };
    expect(arrived(patch)).toEqual(patch);
  });

  test('are not made of a few, nor of anything else', () => {
    const patch: RosterMessage = { kind: 'patch', revision: 2, changed: people(1, 0), removed: ['101'] };
    expect(packed(patch).map((part) => part())).toEqual([patch]);
    expect(unpacked(patch)).toBeNull();
  });

  test('of a whole numbering range come in parts, none of which is larger than agreed', () => {
    const parts = packed({ kind: 'snapshot', revision: 1, rows: people(59_899, 0) }).map((part) => part());
    const sizes = parts.map((part) => (part.kind === 'packed' ? part.columns.workNo.split('\n').length : NaN));
    expect(Math.max(...sizes)).toBe(rowsAPart);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(59_899);
  });

  test('that are broken make no rows', () => {
    const good = packed({ kind: 'snapshot', revision: 1, rows: people(3, 1_000) })[0]?.();
    if (good?.kind !== 'packed') throw new Error('It was not packed');
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
      { ...good, of: 'details' },
      { ...good, of: 'patch', removed: [7] },
      { ...good, part: 'first' },
      { ...good, last: 1 },
      { kind: 'packed' },
      null,
    ]) {
      expect(rosterMessageSchema.safeParse(unpacked(broken)?.message).success).toBe(false);
    }
  });
});
